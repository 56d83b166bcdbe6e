import type { PoolClient } from 'pg'

/** Calls that are planned, made and received follow a person into another story; on a list that has both, they stand once. */
export async function moveCalls(tx: PoolClient, from: string, into: string): Promise<void> {
  await tx.query(
    'delete from call_entries where person_id = $1 and session_id in (select session_id from call_entries where person_id = $2)',
    [from, into],
  )
  await tx.query(
    `update call_entries set person_id = $2, status = case when status = 'claimed' then 'waiting' else status end, claimed_by = null, claimed_until = null where person_id = $1`,
    [from, into],
  )
  await tx.query('update call_outcomes set person_id = $2 where person_id = $1', [from, into])
  await tx.query('update call_plans set person_id = $2 where person_id = $1', [from, into])
  await tx.query('update incoming_calls set person_id = $2 where person_id = $1', [from, into])
}
