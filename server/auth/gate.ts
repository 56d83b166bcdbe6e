import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { isValidWriteKey } from '../features/keys/valid-write-keys.ts'
import type { Gate } from '../http/app.ts'
import type { Role } from '../http/contract.ts'
import type { Caller } from '../http/endpoint.ts'
import type { Sent } from '../http/sent.ts'
import { apiKeyOf, callerOfKey } from './caller-of-key.ts'
import { isForeign, refuseForeignChange } from './origin.ts'
import { sessionTokenOf } from './session-cookie.ts'
import { writeKeyOf } from './write-key.ts'

type Row = { id: string; name: string; role: Role; side: Caller['side']; locale: string | null }

/** The active person whose session the request carries, or null. One indexed query. */
export async function callerOf(ctx: Pick<Context, 'db' | 'secret'>, request: FastifyRequest): Promise<Caller | null> {
  const token = sessionTokenOf(request.headers.cookie, ctx.secret)
  if (token === null) return null
  const { rows } = await ctx.db.query<Row>(
    `select u.id, u.name, u.role, u.locale, t.side
       from sessions s
       join users u on u.id = s.user_id and u.is_active
       left join teams t on t.team_id = u.team_id
      where s.token = $1 and s.expires_at > now()`,
    [token],
  )
  const row = rows[0]
  if (row === undefined) return null
  const locale = row.locale === 'en' || row.locale === 'fr' ? row.locale : null
  return { id: row.id, name: row.name, role: row.role, side: row.side, locale }
}

async function hasWriteKey(ctx: Pick<Context, 'db'>, sent: Sent): Promise<boolean> {
  const key = writeKeyOf(sent)
  if (key === null) return false
  return isValidWriteKey(ctx, key)
}

/** Who may come in: people by their session cookie, programs by the API key of one, sites and servers by their write key. */
export function makeGate(ctx: Pick<Context, 'db' | 'now' | 'secret' | 'publicUrl'>): Gate {
  return {
    async caller(request) {
      // The hosted form may stand in a frame or be posted from the company's own site: there nobody is signed in.
      if (!request.url.startsWith('/api/') && isForeign(request, ctx.publicUrl)) return null
      const apiKey = apiKeyOf(request)
      if (apiKey !== null) return callerOfKey(ctx, apiKey)
      refuseForeignChange(request, ctx.publicUrl)
      return callerOf(ctx, request)
    },
    hasWriteKey: (sent) => hasWriteKey(ctx, sent),
  }
}
