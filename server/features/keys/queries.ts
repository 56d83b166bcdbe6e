import type { Queryable } from '../../db/queryable.ts'

type WriteKey = { id: string; name: string; writeKey: string; createdAt: string; revokedAt: string | null }

export async function listWriteKeys(db: Queryable): Promise<WriteKey[]> {
  const { rows } = await db.query<{
    id: string
    name: string
    write_key: string
    created_at: Date
    revoked_at: Date | null
  }>(
    `select key_id as id, name, write_key, created_at, revoked_at
       from write_keys order by revoked_at nulls first, created_at desc, key_id limit 500`,
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    writeKey: row.write_key,
    createdAt: row.created_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }))
}
