import type { PoolClient } from 'pg'
import { mergedRefs, noteMerged } from '../people/note-merged.ts'

const MOVED = 'call entry moved'
const DROPPED = 'call entry dropped'

/** Places on call lists follow a person into another story; on a list that has both, they stand once. */
export async function moveEntries(tx: PoolClient, mergeId: string, from: string, into: string): Promise<void> {
  const dropped = await tx.query<{ row: string }>(
    `with gone as (
       delete from call_entries where person_id = $1 and session_id in (select session_id from call_entries where person_id = $2) returning *)
     select to_jsonb(gone)::text as row from gone`,
    [from, into],
  )
  const moved = await tx.query<{ ref: string }>(
    `update call_entries set person_id = $2, status = case when status = 'claimed' then 'waiting' else status end, claimed_by = null, claimed_until = null
      where person_id = $1 returning session_id::text as ref`,
    [from, into],
  )
  await noteMerged(
    tx,
    mergeId,
    DROPPED,
    dropped.rows.map(({ row }) => row),
  )
  await noteMerged(
    tx,
    mergeId,
    MOVED,
    moved.rows.map(({ ref }) => ref),
  )
}

/** Puts them back: where both stood, as it was before; where one stood, as it is now. Nobody is being called by that. */
export async function moveEntriesBack(tx: PoolClient, mergeId: string, from: string, into: string): Promise<void> {
  await tx.query(
    `update call_entries set person_id = $1, status = case when status = 'claimed' then 'waiting' else status end, claimed_by = null, claimed_until = null
      where person_id = $2 and session_id::text = any($3::text[])`,
    [from, into, await mergedRefs(tx, mergeId, MOVED)],
  )
  await tx.query(
    `insert into call_entries (person_id, session_id, place, status, next_at, attempts, why)
     select $1, e.session_id, e.place, case when e.status = 'claimed' then 'waiting' else e.status end, e.next_at, e.attempts, e.why
       from unnest($2::jsonb[]) as r(row) cross join lateral jsonb_populate_record(null::call_entries, r.row) as e
      where exists (select 1 from call_sessions s where s.session_id = e.session_id)
     on conflict do nothing`,
    [from, await mergedRefs(tx, mergeId, DROPPED)],
  )
}
