import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import type { listApiKeys as promise } from './contract.ts'

type KeyView = z.input<NonNullable<(typeof promise)['response']>>['keys'][number]

type Row = {
  key_id: string
  name: string
  beginning: string
  scopes: string[]
  created_at: Date
  expires_at: Date | null
  last_used_at: Date | null
  revoked_at: Date | null
  user_id: string
  user_name: string
}

/** Keys of one person, or of everybody when `userId` is null, the newest first. */
export async function listApiKeys(db: Queryable, userId: string | null): Promise<KeyView[]> {
  const { rows } = await db.query<Row>(
    `select k.key_id, k.name, k.beginning, k.scopes, k.created_at, k.expires_at, k.last_used_at, k.revoked_at,
            u.id as user_id, u.name as user_name
       from api_keys k
       join users u on u.id = k.user_id
      where $1::uuid is null or k.user_id = $1
      order by k.revoked_at is not null, k.created_at desc
      limit 1000`,
    [userId],
  )
  const iso = (at: Date | null): string | null => at?.toISOString() ?? null
  return rows.map((row) => ({
    id: row.key_id,
    name: row.name,
    beginning: row.beginning,
    scopes: row.scopes,
    owner: { id: row.user_id, name: row.user_name },
    createdAt: row.created_at.toISOString(),
    expiresAt: iso(row.expires_at),
    lastUsedAt: iso(row.last_used_at),
    revokedAt: iso(row.revoked_at),
  }))
}
