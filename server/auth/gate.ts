import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { reading } from '../db/reading.ts'
import { prepared } from '../db/together.ts'
import { isValidWriteKey } from '../features/keys/valid-write-keys.ts'
import type { Gate } from '../http/app.ts'
import type { Role } from '../http/contract.ts'
import type { Caller } from '../http/endpoint.ts'
import type { Sent } from '../http/sent.ts'
import { apiKeyOf, callerOfKey } from './caller-of-key.ts'
import { knownCaller } from './known-callers.ts'
import { isForeign, refuseForeignChange } from './origin.ts'
import { sessionTokenOf } from './session-cookie.ts'
import { writeKeyOf } from './write-key.ts'

type Row = { id: string; name: string; role: Role; side: Caller['side']; locale: string | null }

type Asked = Pick<Context, 'db' | 'readingDb' | 'secret'>

/** The active person whose session the request carries, or null. One indexed query. */
export async function callerOf(ctx: Asked, request: Pick<FastifyRequest, 'headers'>): Promise<Caller | null> {
  const token = sessionTokenOf(request.headers.cookie, ctx.secret)
  return token === null ? null : ownerOf(ctx, token)
}

/** The same, as of a second ago at most. */
async function recentCallerOf(ctx: Asked, request: FastifyRequest): Promise<Caller | null> {
  const token = sessionTokenOf(request.headers.cookie, ctx.secret)
  return token === null ? null : knownCaller(ctx, token, () => ownerOf(ctx, token))
}

async function ownerOf(ctx: Asked, token: string): Promise<Caller | null> {
  const { rows } = await reading(ctx, (db) =>
    db.query<Row>({
      ...prepared(db, 'caller'),
      text: `select u.id, u.name, u.role, u.locale, t.side
       from sessions s
       join users u on u.id = s.user_id and u.is_active
       left join teams t on t.team_id = u.team_id
      where s.token = $1 and s.expires_at > now()`,
      values: [token],
    }),
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
export function makeGate(ctx: Pick<Context, 'db' | 'readingDb' | 'now' | 'secret' | 'publicUrl'>): Gate {
  return {
    async caller(request) {
      // The hosted form may stand in a frame or be posted from the company's own site: there nobody is signed in.
      if (!request.url.startsWith('/api/') && isForeign(request, ctx.publicUrl)) return null
      const apiKey = apiKeyOf(request)
      if (apiKey !== null) return callerOfKey(ctx, apiKey)
      refuseForeignChange(request, ctx.publicUrl)
      return recentCallerOf(ctx, request)
    },
    hasWriteKey: (sent) => hasWriteKey(ctx, sent),
  }
}
