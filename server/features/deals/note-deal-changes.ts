import type { PoolClient } from 'pg'

/**
 * Says in the transaction that changes deals whose they are. Whoever writes or deletes rows of `deals` calls it: what was counted
 * of them (`book/`) is brought up to date by it.
 */
export async function noteDealChanges(tx: PoolClient, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  await tx.query('insert into deal_changes (person_id) select unnest($1::uuid[])', [personIds])
}
