import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import type { Role } from '../http/contract.ts'
import type { Caller } from '../http/endpoint.ts'
import { Problem } from '../http/problem.ts'

export const API_KEY = /^ens_[\w-]{43}$/
const USED_EVERY_MS = 60_000

type Row = {
  key_id: string
  scopes: string[]
  last_used_at: Date | null
  expires_at: Date | null
  revoked_at: Date | null
  id: string
  name: string
  role: Role
  is_active: boolean
  side: Caller['side']
  locale: string | null
}

/** What is kept of a key. It has 256 random bits, so that a plain hash cannot be searched. */
export function hashApiKey(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

/** The key of `Authorization: Bearer`, or null when the request brings none. */
export function apiKeyOf(request: Pick<FastifyRequest, 'headers'>): string | null {
  return /^bearer +(.+)$/i.exec(request.headers.authorization ?? '')?.[1]?.trim() ?? null
}

function refusal(what: string): Problem {
  return new Problem('not-signed-in', what, {
    mend: 'Make a new key under Settings, or with `ensemble key create --api`.',
  })
}

/** The owner of an API key, with what the key may do. Throws when it is unknown, revoked, expired or its owner has left. */
export async function callerOfKey(ctx: Pick<Context, 'db' | 'now'>, key: string): Promise<Caller> {
  if (!API_KEY.test(key)) throw refusal('This is no key of Ensemble.')
  const { rows } = await ctx.db.query<Row>(
    `select k.key_id, k.scopes, k.last_used_at, k.expires_at, k.revoked_at,
            u.id, u.name, u.role, u.is_active, u.locale, t.side
       from api_keys k
       join users u on u.id = k.user_id
       left join teams t on t.team_id = u.team_id
      where k.hash = $1`,
    [hashApiKey(key)],
  )
  const row = rows[0]
  if (row === undefined) throw refusal('This key is not known here.')
  if (row.revoked_at !== null) throw refusal('This key was revoked.')
  if (row.expires_at !== null && row.expires_at.getTime() <= ctx.now()) throw refusal('This key has expired.')
  if (!row.is_active) throw refusal('The owner of this key is no longer active here.')
  await noteUse(ctx, row)
  const locale = row.locale === 'en' || row.locale === 'fr' ? row.locale : null
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    side: row.side,
    locale,
    key: { id: row.key_id, scopes: row.scopes },
  }
}

/** When it was last used, to the minute: a write per request would cost more than the request. */
async function noteUse(ctx: Pick<Context, 'db' | 'now'>, { key_id, last_used_at }: Row): Promise<void> {
  const nowMs = ctx.now()
  if (last_used_at !== null && nowMs - last_used_at.getTime() < USED_EVERY_MS) return
  await ctx.db.query('update api_keys set last_used_at = to_timestamp($2) where key_id = $1', [key_id, nowMs / 1000])
}
