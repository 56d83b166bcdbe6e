import type { Queryable } from '../../db/queryable.ts'
import { readWaiting } from './waiting-message.ts'

type NamedKey = { kind: string; value: string }
type Failed = { inbox_id: string; received_at: Date; body: string }

function isOf(body: string, names: ReadonlySet<string>): boolean {
  try {
    return readWaiting(body).some((facts) =>
      facts.some(({ keys }) => keys.some((key) => names.has(`${key.kind}:${key.value}`))),
    )
  } catch {
    return false
  }
}

async function failedRows(db: Queryable, keys: readonly NamedKey[]): Promise<Failed[]> {
  const { rows } = await db.query<Failed>(
    'select inbox_id, received_at, body from inbox where failed_at is not null order by inbox_id',
  )
  const names = new Set(keys.map((key) => `${key.kind}:${key.value}`))
  return rows.filter((row) => isOf(row.body, names))
}

/** Messages under these keys that could not be taken in, as they were received. */
export async function failedOf(
  db: Queryable,
  keys: readonly NamedKey[],
): Promise<{ receivedAt: string; message: string }[]> {
  return (await failedRows(db, keys)).map((row) => ({ receivedAt: row.received_at.toISOString(), message: row.body }))
}

/** Removes them for good; returns how many. */
export async function dropFailed(db: Queryable, keys: readonly NamedKey[]): Promise<number> {
  const rows = await failedRows(db, keys)
  if (rows.length > 0)
    await db.query('delete from inbox where inbox_id = any($1::bigint[])', [rows.map((row) => row.inbox_id)])
  return rows.length
}
