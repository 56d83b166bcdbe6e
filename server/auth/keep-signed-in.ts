import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { reading } from '../db/reading.ts'
import { prepared } from '../db/together.ts'
import { authOf } from './auth.ts'
import { RENEWED_AFTER_S, SESSION_S } from './make-auth.ts'
import { sessionTokenOf } from './session-cookie.ts'

/** Lets the session of someone who keeps coming back last on: its end moves at most once a day. */
export async function keepSignedIn(
  ctx: Context,
  http: { request: FastifyRequest; reply: FastifyReply },
): Promise<void> {
  const token = sessionTokenOf(http.request.headers.cookie, ctx.secret)
  if (token !== null && (await isRecent(ctx, token))) return
  const headers = new Headers({ cookie: http.request.headers.cookie ?? '' })
  const { headers: answered } = await (await authOf(ctx)).api.getSession({ headers, returnHeaders: true })
  for (const cookie of answered.getSetCookie()) http.reply.header('set-cookie', cookie)
}

/** Whether its end was moved less than a day ago: then the library has nothing to do, and need not be asked. */
async function isRecent(ctx: Context, token: string): Promise<boolean> {
  const { rowCount } = await reading(ctx, (db) =>
    db.query({
      ...prepared(db, 'recent session'),
      text: `select 1 from sessions where token = $1 and expires_at > now() + $2 * interval '1 second'`,
      values: [token, SESSION_S - RENEWED_AFTER_S],
    }),
  )
  return rowCount !== 0
}
