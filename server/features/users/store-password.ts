import { randomUUID } from 'node:crypto'
import type { Queryable } from '../../db/queryable.ts'
import { endSessions } from './end-sessions.ts'

/** Gives a person this password (already hashed) and ends every session opened with an earlier one. */
export async function storePassword(tx: Queryable, userId: string, hashed: string): Promise<void> {
  const { rowCount } = await tx.query(
    `update credentials set password = $2, updated_at = now() where user_id = $1 and provider_id = 'credential'`,
    [userId, hashed],
  )
  if (rowCount === 0) {
    await tx.query(
      `insert into credentials (id, user_id, account_id, provider_id, password) values ($1, $2, $3, 'credential', $4)`,
      [randomUUID(), userId, userId, hashed],
    )
  }
  await endSessions(tx, userId)
}
