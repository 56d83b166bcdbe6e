import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { authOf } from './auth.ts'

/** Opens a session for someone who has just set this password, and sends its cookie with the reply. */
export async function signIn(
  ctx: Context,
  http: { request: FastifyRequest; reply: FastifyReply },
  who: { email: string; password: string },
): Promise<void> {
  const headers = new Headers({ 'x-ensemble-address': http.request.ip })
  const agent = http.request.headers['user-agent']
  if (agent !== undefined) headers.set('user-agent', agent)
  const { headers: answered } = await (await authOf(ctx)).api.signInEmail({ body: who, headers, returnHeaders: true })
  for (const cookie of answered.getSetCookie()) http.reply.header('set-cookie', cookie)
}
