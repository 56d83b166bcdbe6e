import type { PoolClient } from 'pg'
import { mergedRefs, noteMerged } from './note-merged.ts'

/** Rows that follow a person, each known by a key of its own; `facts` says which facts a row came with. */
const FOLLOWING = [
  { table: 'call_outcomes', key: 'outcome_id', facts: 'facts' },
  { table: 'call_plans', key: 'plan_id', facts: null },
  { table: 'incoming_calls', key: 'call_id', facts: 'facts' },
  { table: 'meetings', key: 'meeting_id', facts: 'array[fact_id]' },
  { table: 'mail_outgoing', key: 'outgoing_id', facts: null },
  { table: 'campaign_codes', key: 'code', facts: null },
] as const

/** Gives what is kept beside a story to the person it is joined into: calls, plans, meetings, mails to be sent, codes in letters. */
export async function moveRows(tx: PoolClient, mergeId: string, from: string, into: string): Promise<void> {
  for (const { table, key } of FOLLOWING) {
    const { rows } = await tx.query<{ ref: string }>(
      `update ${table} set person_id = $2 where person_id = $1 returning ${key}::text as ref`,
      [from, into],
    )
    await noteMerged(
      tx,
      mergeId,
      table,
      rows.map(({ ref }) => ref),
    )
  }
  await moveLooks(tx, mergeId, from, into)
}

/** Gives it back: what the merge moved, and what came since with facts that go back (`movedFacts`). */
export async function moveRowsBack(
  tx: PoolClient,
  mergeId: string,
  { from, into }: { from: string; into: string },
  movedFacts: readonly string[],
): Promise<void> {
  for (const { table, key, facts } of FOLLOWING) {
    const refs = await mergedRefs(tx, mergeId, table)
    await tx.query(
      `update ${table} set person_id = $1 where person_id = $2 and (${key}::text = any($3::text[]) or (${facts ?? "'{}'::uuid[]"}) && $4::uuid[])`,
      [from, into, refs, movedFacts],
    )
  }
  await moveLooksBack(tx, mergeId, from, into)
}

/** Who had looked at either story has looked at both, as far as they had looked at one. */
async function moveLooks(tx: PoolClient, mergeId: string, from: string, into: string): Promise<void> {
  const { rows } = await tx.query<{ row: string; user_id: string; is_new: boolean }>(
    `select to_jsonb(l)::text as row, l.user_id, not exists (select 1 from story_looks o where o.person_id = $2 and o.user_id = l.user_id) as is_new
       from story_looks l where l.person_id = $1`,
    [from, into],
  )
  const given = rows.filter((row) => row.is_new).map((row) => row.user_id)
  await noteMerged(
    tx,
    mergeId,
    'look',
    rows.map(({ row }) => row),
  )
  await noteMerged(tx, mergeId, 'look given', given)
  await tx.query('update story_looks set person_id = $2 where person_id = $1 and user_id = any($3::uuid[])', [
    from,
    into,
    given,
  ])
}

async function moveLooksBack(tx: PoolClient, mergeId: string, from: string, into: string): Promise<void> {
  // Whoever looked at the joined story since has looked at both: only looks that are as they were moved go away.
  await tx.query(
    `delete from story_looks l using merges m where m.merge_id = $1 and l.person_id = $2 and l.user_id::text = any($3::text[]) and l.looked_at <= m.merged_at`,
    [mergeId, into, await mergedRefs(tx, mergeId, 'look given')],
  )
  await tx.query(
    `insert into story_looks (person_id, user_id, looked_at, before_at)
     select $1, (r.row->>'user_id')::uuid, (r.row->>'looked_at')::timestamptz, (r.row->>'before_at')::timestamptz
       from unnest($2::jsonb[]) as r(row) where exists (select 1 from users u where u.id = (r.row->>'user_id')::uuid)
     on conflict do nothing`,
    [from, await mergedRefs(tx, mergeId, 'look')],
  )
}
