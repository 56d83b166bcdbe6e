import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import { authOf } from './auth.ts'
import { forgetCallers } from './known-callers.ts'
import type { Auth } from './make-auth.ts'
import { refuseForeignChange } from './origin.ts'
import { tryLimit } from './try-limit.ts'

/** Of better-auth's routes only these are open; people are made and changed through our own verbs. */
const OPEN = [
  'POST /api/auth/sign-in/email',
  'POST /api/auth/sign-out',
  'GET /api/auth/get-session',
  'POST /api/auth/change-password',
  'POST /api/auth/revoke-other-sessions',
]
const GUESSABLE = ['POST /api/auth/sign-in/email', 'POST /api/auth/change-password']

function toWebRequest(request: FastifyRequest, path: string): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  headers.set('x-ensemble-address', request.ip)
  headers.delete('content-length')
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  if (hasBody) headers.set('content-type', 'application/json')
  return new Request(new URL(path, `${request.protocol}://${request.host}`), {
    method: request.method,
    headers,
    body: hasBody ? JSON.stringify(request.body ?? {}) : null,
  })
}

/** A refusal of better-auth in our own words. */
async function problemOf(answer: Response): Promise<Problem> {
  const said: unknown = await answer.json().catch(() => null)
  const code = typeof said === 'object' && said !== null && 'code' in said ? String(said.code) : ''
  const message = typeof said === 'object' && said !== null && 'message' in said ? String(said.message) : ''
  if (code === 'INVALID_EMAIL_OR_PASSWORD' || code === 'INVALID_EMAIL') {
    return new Problem('not-signed-in', 'This e-mail and password do not belong together.', {
      mend: 'Check both and try again, or ask an administrator for a new invitation.',
    })
  }
  if (code === 'USER_INACTIVE') {
    return new Problem('not-allowed', 'This person is no longer active here.', { mend: 'Ask an administrator.' })
  }
  if (code === 'INVALID_PASSWORD')
    return new Problem('refused', 'The present password is wrong.', { mend: 'Type it again.' })
  if (answer.status === 401)
    return new Problem('not-signed-in', 'You are not signed in.', { mend: 'Sign in and try again.' })
  if (answer.status === 403) return new Problem('not-allowed', message || 'Refused.', { mend: 'Sign in again.' })
  if (answer.status >= 500)
    return new Problem('not-ready', 'Sign-in does not work just now.', { mend: 'Try again in a few seconds.' })
  return new Problem('bad-request', message || 'This request does not fit.', {
    mend: 'Send e-mail and password as JSON.',
  })
}

async function pass(auth: Auth, request: FastifyRequest, reply: FastifyReply, path: string): Promise<FastifyReply> {
  const answer = await auth.handler(toWebRequest(request, path))
  if (!answer.ok) throw await problemOf(answer)
  for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie)
  reply.header('cache-control', 'no-store')
  return reply
    .code(answer.status)
    .type('application/json')
    .send(await answer.text())
}

/** Mounts sign-in and sign-out under /api/auth, with at most ten tries a minute from one address and thirty at one e-mail. */
export function serveAuth(ctx: Context): (app: FastifyInstance) => Promise<void> {
  const fromAddress = tryLimit({ max: 10, windowMs: 60_000 })
  const atEmail = tryLimit({ max: 30, windowMs: 60_000 })
  const limit = (request: FastifyRequest) => {
    const now = Date.now()
    const email = emailOf(request.body)
    const waitS = Math.max(fromAddress.take(request.ip, now), email === null ? 0 : atEmail.take(email, now))
    if (waitS === 0) return
    throw new Problem('too-many-requests', 'Too many tries to sign in.', {
      mend: `Wait ${waitS} seconds and try again.`,
    })
  }
  return async (app) => {
    app.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      handler: async (request, reply) => {
        const path = request.url.split('?')[0] ?? ''
        const name = `${request.method} ${path}`
        if (!OPEN.includes(name)) throw new Problem('not-found', 'There is nothing at this address.')
        refuseForeignChange(request, ctx.publicUrl)
        if (GUESSABLE.includes(name)) limit(request)
        try {
          return await pass(await authOf(ctx), request, reply, path)
        } finally {
          if (request.method === 'POST') forgetCallers(ctx)
        }
      },
    })
  }
}

function emailOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('email' in body)) return null
  return typeof body.email === 'string' ? body.email.trim().toLowerCase().slice(0, 320) : null
}
