import type { PoolClient } from 'pg'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { moveEntries } from '../calls/move-calls.ts'
import { lockStories } from '../facts/load-stories.ts'
import { refold } from '../facts/refold.ts'
import { KeyRace } from '../facts/resolve-people.ts'
import type { Story } from '../facts/story.ts'
import { moveTies } from '../introductions/of-person.ts'
import { chosenTraits, contestedFields } from './contested-fields.ts'
import type { MergeField } from './contract.ts'
import { appendFacts } from './merge-facts.ts'
import { moveRows } from './move-rows.ts'
import { leaveAddress, moveDecisions, moveFacts, moveHandOffs, moveKeys } from './move-story.ts'
import { noteMerged } from './note-merged.ts'

type Input = { from: string; into: string; chosen: Partial<Record<MergeField, 'from' | 'into'>> }
type Merged = { mergeId: string; personId: string; facts: number }

async function lockBoth(tx: PoolClient, { from, into }: Input): Promise<{ from: Story; into: Story }> {
  if (from === into)
    throw new Problem('bad-request', 'These are one person already.', { mend: 'Choose two different people.' })
  const stories = await lockStories(tx, [from, into].sort()).catch((error: unknown) => {
    if (error instanceof KeyRace)
      throw new Problem('not-found', 'One of these people is not there any more.', {
        mend: 'They may have been merged meanwhile: look at the queue again.',
      })
    throw error
  })
  const both = { from: stories.get(from), into: stories.get(into) }
  if (both.from === undefined || both.into === undefined) throw new Error('a locked story is missing')
  if (both.from.isAnonymous || both.into.isAnonymous)
    throw new Problem('refused', 'An anonymous visitor is joined by their own doing, not by hand.', {
      mend: 'Wait until they say who they are.',
    })
  return { from: both.from, into: both.into }
}

/** Joins one identified person into another because a human said so. All of it is stored, or nothing. */
export async function mergePeople(ctx: Context, caller: Pick<Caller, 'id'>, input: Input): Promise<Merged> {
  const nowMs = ctx.now()
  const mergeId = newId(nowMs)
  return inTransaction(ctx.db, async (tx) => {
    const stories = await lockBoth(tx, input)
    const { from, into } = input
    const traits = chosenTraits(contestedFields(stories.into.state, stories.from.state), input.chosen)
    const { rows } = await tx.query<{ person: unknown }>(
      'select to_jsonb(p) as person from people p where person_id = $1',
      [from],
    )
    const facts = await moveFacts(tx, from, into, null)
    const decisions = await moveDecisions(tx, from, into, nowMs, null)
    const keys = await moveKeys(tx, from, into, null)
    await moveHandOffs(tx, from, into, facts.moved)
    const notices = await tx.query<{ notice_id: string }>(
      'update notices set person_id = $2 where person_id = $1 returning notice_id',
      [from, into],
    )
    await tx.query(
      'update people set account_id = coalesce(people.account_id, other.account_id) from people other where people.person_id = $2 and other.person_id = $1',
      [from, into],
    )
    const name = stories.from.state.person.name ?? stories.from.state.person.email ?? ''
    const [factId = ''] = await appendFacts(tx, into, caller.id, nowMs, [
      { kind: 'people.merged', data: { from, merge: mergeId, name: name.slice(0, 200) } },
      { kind: 'person.identified', data: { person: traits } },
    ])
    await tx.query(
      `insert into merges (merge_id, from_person, into_person, fact_id, held, person, merged_by, merged_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        mergeId,
        from,
        into,
        factId,
        JSON.stringify(facts.held),
        JSON.stringify(rows[0]?.person ?? {}),
        caller.id,
        new Date(nowMs),
      ],
    )
    await moveEntries(tx, mergeId, from, into)
    await moveRows(tx, mergeId, from, into)
    await leaveAddress(tx, from)
    await noteMerged(tx, mergeId, 'fact', facts.moved)
    await noteMerged(tx, mergeId, 'decision', decisions)
    await noteMerged(tx, mergeId, 'key', keys)
    await noteMerged(
      tx,
      mergeId,
      'notice',
      notices.rows.map((row) => row.notice_id),
    )
    await tx.query('insert into redirects (from_person, into_person, merge_id) values ($1, $2, $3)', [
      from,
      into,
      mergeId,
    ])
    await moveTies(tx, mergeId, from, into)
    await settleDuplicates(tx, input, caller.id, nowMs)
    await refold(ctx, tx, [into])
    return { mergeId, personId: into, facts: facts.moved.length }
  })
}

/** The pair is decided; what else was asked of the one who moved is asked of the person they are now. */
async function settleDuplicates(tx: PoolClient, { from, into }: Input, userId: string, nowMs: number): Promise<void> {
  const [low, high] = from < into ? [from, into] : [into, from]
  await tx.query(
    `insert into duplicates (low, high, certainty, evidence, state, decided_by, decided_at) values ($1, $2, 1, '{"by hand"}', 'merged', $3, $4)
     on conflict (low, high) do update set state = 'merged', decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
    [low, high, userId, new Date(nowMs)],
  )
  await tx.query(
    `insert into duplicates (low, high, certainty, evidence, state, wake_at)
     select least(other, $2::uuid), greatest(other, $2::uuid), certainty, evidence, state, wake_at
     from (select case when low = $1 then high else low end as other, certainty, evidence, state, wake_at from duplicates
       where (low = $1 or high = $1) and state <> 'merged') as asked
     where other <> $2::uuid on conflict do nothing`,
    [from, into],
  )
}
