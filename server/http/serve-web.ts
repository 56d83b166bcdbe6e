import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { projectRoot } from '../project-root.ts'
import { Problem } from './problem.ts'

const NOT_A_PAGE = /^\/(api|v1|f|book|card|feeds|docs|assets)(\/|$)/

const SCRIPT = /<script>([\s\S]*?)<\/script>/g

/** Allows the scripts that stand in the page itself, and no other, by what they say. */
function allowOwnScripts(policy: unknown, html: string): string {
  const sums = [...html.matchAll(SCRIPT)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )
  return String(policy).replace("script-src 'self'", ["script-src 'self'", ...sums].join(' '))
}

async function sendPage(reply: FastifyReply, path: string): Promise<FastifyReply> {
  const html = await readFile(path, 'utf8')
  const policy = reply.getHeader('content-security-policy')
  if (policy !== undefined) reply.header('content-security-policy', allowOwnScripts(policy, html))
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html)
}

/** Serves the built pages; any address of the product that is not a file answers with the page, which knows its own routes. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  const root = join(projectRoot, 'web', 'dist')
  const isBuilt = existsSync(join(root, 'index.html'))
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root,
      index: false,
      preCompressed: true,
      setHeaders(reply, path) {
        const isForever = path.includes(`${join('dist', 'assets')}`)
        reply.header('cache-control', isForever ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
    app.get('/', (_request, reply) => sendPage(reply, join(root, 'index.html')))
  }
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' || NOT_A_PAGE.test(request.url) || !isBuilt) {
      throw new Problem('not-found', `There is nothing at ${request.method} ${request.url.split('?')[0]}.`, {
        mend: 'The API document at /docs/api lists every address.',
      })
    }
    return sendPage(reply, join(root, 'index.html'))
  })
}
