import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { projectRoot } from '../project-root.ts'
import { Problem } from './problem.ts'

const NOT_A_PAGE = /^\/(api|v1|f|book|card|feeds|docs|assets)(\/|$)/

/** Serves the built pages; any address of the product that is not a file answers with the page, which knows its own routes. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  const root = join(projectRoot, 'web', 'dist')
  const isBuilt = existsSync(join(root, 'index.html'))
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root,
      preCompressed: true,
      setHeaders(reply, path) {
        const isForever = path.includes(`${join('dist', 'assets')}`)
        reply.header('cache-control', isForever ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' || NOT_A_PAGE.test(request.url) || !isBuilt) {
      throw new Problem('not-found', `There is nothing at ${request.method} ${request.url.split('?')[0]}.`, {
        mend: 'The API document at /docs/api lists every address.',
      })
    }
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(await readFile(join(root, 'index.html')))
  })
}
