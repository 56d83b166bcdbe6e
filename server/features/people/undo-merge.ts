import type { PoolClient } from 'pg'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { moveEntriesBack } from '../calls/move-calls.ts'
import { lockStories } from '../facts/load-stories.ts'
import { refold } from '../facts/refold.ts'
import { moveTiesBack } from '../introductions/of-person.ts'
import { addressOf } from './follow-redirect.ts'
import { appendFacts } from './merge-facts.ts'
import { moveRowsBack } from './move-rows.ts'
import { moveDecisions, moveFacts, moveHandOffs, moveKeys } from './move-story.ts'
import { mergedRefs } from './note-merged.ts'

type Merge = {
  from_person: string
  into_person: string
  fact_id: string
  held: unknown[]
  person: { name?: string }
  undone_at: Date | null
}

async function openMerge(tx: PoolClient, mergeId: string): Promise<Merge> {
  const { rows } = await tx.query<Merge>(
    'select from_person, into_person, fact_id, held, person, undone_at from merges where merge_id = $1 for update',
    [mergeId],
  )
  const merge = rows[0]
  if (merge === undefined)
    throw new Problem('not-found', 'There is no such merge.', { mend: 'Look at the person again.' })
  if (merge.undone_at !== null)
    throw new Problem('conflict', 'This merge was undone before.', { mend: 'Look at both people again.' })
  const now = await addressOf(tx, merge.into_person)
  if (now !== null)
    throw new Problem('conflict', 'This person was merged into another one since.', {
      mend: 'Undo the later merge first.',
      errors: [{ where: 'mergeId', what: `is followed by a merge into ${now}` }],
    })
  return merge
}

/** Facts that came since under the keys of the one who leaves. */
async function arrivedSince(
  tx: PoolClient,
  into: string,
  keys: readonly string[],
  mergeFact: string,
): Promise<string[]> {
  const { rows } = await tx.query<{ fact_id: string }>(
    `select fact_id from facts where person_id = $1 and identity = any($2::text[])
       and recorded_at >= (select recorded_at from facts where person_id = $1 and fact_id = $3)`,
    [into, keys, mergeFact],
  )
  return rows.map((row) => row.fact_id)
}

/** Takes two people apart again: facts, keys and conclusions go back to where they were, and both stories are folded anew. */
export async function undoMerge(
  ctx: Context,
  caller: Pick<Caller, 'id'>,
  input: { mergeId: string },
): Promise<{ personId: string; intoId: string; facts: number }> {
  const nowMs = ctx.now()
  const { mergeId } = input
  return inTransaction(ctx.db, async (tx) => {
    const merge = await openMerge(tx, mergeId)
    const { from_person: from, into_person: into } = merge
    const stories = await lockStories(tx, [into])
    await tx.query('insert into people select * from jsonb_populate_record(null::people, $1)', [
      JSON.stringify(merge.person),
    ])
    const keys = await mergedRefs(tx, mergeId, 'key')
    const wanted = [...(await mergedRefs(tx, mergeId, 'fact')), ...(await arrivedSince(tx, into, keys, merge.fact_id))]
    const facts = await moveFacts(tx, into, from, [...new Set(wanted)])
    await tx.query('insert into facts select * from jsonb_populate_recordset(null::facts, $1) on conflict do nothing', [
      JSON.stringify(merge.held),
    ])
    await moveDecisions(tx, into, from, nowMs, await mergedRefs(tx, mergeId, 'decision'))
    await moveKeys(tx, into, from, keys)
    await moveHandOffs(tx, into, from, facts.moved)
    await moveEntriesBack(tx, mergeId, from, into)
    await moveRowsBack(tx, mergeId, { from, into }, facts.moved)
    await moveTiesBack(tx, mergeId)
    await tx.query('update notices set person_id = $1 where person_id = $2 and notice_id = any($3::uuid[])', [
      from,
      into,
      await mergedRefs(tx, mergeId, 'notice'),
    ])
    await tx.query('delete from redirects where merge_id = $1', [mergeId])
    await retract(tx, into, merge.fact_id, caller.id, nowMs)
    const name = stories.get(into)?.state.person.name ?? ''
    await appendFacts(tx, into, caller.id, nowMs, [
      { kind: 'merge.undone', data: { merge: mergeId, person: from, name: (merge.person.name ?? '').slice(0, 200) } },
    ])
    await appendFacts(tx, from, caller.id, nowMs, [
      { kind: 'merge.undone', data: { merge: mergeId, person: into, name: name.slice(0, 200) } },
    ])
    await tx.query('update merges set undone_at = $2, undone_by = $3 where merge_id = $1', [
      mergeId,
      new Date(nowMs),
      caller.id,
    ])
    const [low, high] = from < into ? [from, into] : [into, from]
    await tx.query(
      `update duplicates set state = 'different', decided_by = $3, decided_at = $4 where low = $1 and high = $2`,
      [low, high, caller.id, new Date(nowMs)],
    )
    await refold(ctx, tx, [from, into].sort())
    return { personId: from, intoId: into, facts: facts.moved.length }
  })
}

/** What a human chose for the joined person is taken back with the merge. */
async function retract(tx: PoolClient, into: string, mergeFact: string, actor: string, nowMs: number): Promise<void> {
  const { rows } = await tx.query<{ fact_id: string }>(
    `select f.fact_id from facts f join facts m on m.person_id = f.person_id and m.fact_id = $2
     where f.person_id = $1 and f.kind = 'person.identified' and f.message_id like 'merge:%' and f.recorded_at = m.recorded_at`,
    [into, mergeFact],
  )
  await appendFacts(
    tx,
    into,
    actor,
    nowMs,
    rows.map((row) => ({ kind: 'fact.retracted' as const, data: { fact: row.fact_id } })),
  )
}
