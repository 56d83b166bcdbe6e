import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { authOf } from './auth.ts'

/** Lets the session of someone who keeps coming back last on: its end moves at most once a day. */
export async function keepSignedIn(
  ctx: Context,
  http: { request: FastifyRequest; reply: FastifyReply },
): Promise<void> {
  const headers = new Headers({ cookie: http.request.headers.cookie ?? '' })
  const { headers: answered } = await (await authOf(ctx)).api.getSession({ headers, returnHeaders: true })
  for (const cookie of answered.getSetCookie()) http.reply.header('set-cookie', cookie)
}
