import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { compareOrder, type Fact, orderOf } from '@ensemble/engine/facts/fact.ts'
import type { PersonState } from '@ensemble/engine/lifecycle/state.ts'
import type { PoolClient } from 'pg'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import { insertRows } from '../../db/write-rows.ts'
import { Problem } from '../../http/problem.ts'
import { factsOfPerson, lockStories } from '../facts/load-stories.ts'
import { refold } from '../facts/refold.ts'
import { KeyRace } from '../facts/resolve-people.ts'
import { FACTS } from '../facts/tables.ts'
import { dropFailed } from '../tracking/failed-of-keys.ts'
import { settleInbox } from '../tracking/settle-inbox.ts'
import { keepTombstone } from './erasure-file.ts'
import { hashKey, type NamedKey, namelessDeal } from './hash-key.ts'
import { logPrivacy } from './log-privacy.ts'
import { scrubFact } from './scrub-fact.ts'
import { sharedTraits } from './shared-traits.ts'
import { mentionsOf, sweepMentions } from './sweep-mentions.ts'
import { sweepRows } from './sweep-rows.ts'
import { wordsOfPerson } from './words-of-person.ts'

export type Erased = { erasureId: string; personId: string; counts: Record<string, number> }
type Asked = {
  personId: string
  reason: string
  by: string | null
  isAgain?: boolean
  tombstone?: { erasureId: string; hashes: readonly string[]; formerIds: readonly string[] }
}
type Known = {
  name: string
  email: string | null
  phone: string | null
  erased_at: Date | null
  import_id: string | null
}

export async function readKnown(
  db: Pick<PoolClient, 'query'>,
  personId: string,
): Promise<{ person: Known; keys: NamedKey[]; formerIds: string[] } | null> {
  const { rows } = await db.query<Known>(
    'select name, email, phone, erased_at, import_id from people where person_id = $1',
    [personId],
  )
  const person = rows[0]
  if (person === undefined) return null
  const keys = await db.query<NamedKey>('select kind, value from identities where person_id = $1', [personId])
  const former = await db.query<{ from_person: string }>(
    `with recursive old(id) as (select from_person from redirects where into_person = $1 union select r.from_person from redirects r join old on r.into_person = old.id)
     select id as from_person from old`,
    [personId],
  )
  return { person, keys: keys.rows, formerIds: former.rows.map((row) => row.from_person) }
}

/** What is still open is closed: nobody can work with somebody who has no name. */
function closing(
  state: PersonState,
  nowMs: number,
  nameDeal: (deal: string) => string,
): Pick<Fact, 'kind' | 'at' | 'data'>[] {
  const made: Pick<Fact, 'kind' | 'at' | 'data'>[] = []
  for (const deal of state.deals)
    if (deal.status === 'open')
      made.push({ kind: 'deal.lost', at: nowMs, data: { deal: nameDeal(deal.id), reason: 'erased' } })
  if (state.attempt?.outcome === 'open') made.push({ kind: 'lead.disqualified', at: nowMs, data: { reason: 'erased' } })
  for (const each of state.feedback ?? [])
    if (each.status !== 'closed') made.push({ kind: 'feedback.closed', at: nowMs, data: { feedback: each.id } })
  return made
}

async function addFacts(
  tx: PoolClient,
  personId: string,
  made: readonly Pick<Fact, 'kind' | 'at' | 'data'>[],
  prefix: string,
  nowMs: number,
): Promise<void> {
  await insertRows(
    tx,
    FACTS,
    made.map(({ kind, at, data }, index) => {
      const cells: Record<string, string | number | boolean | object | null> = {
        person_id: personId,
        fact_id: newId(nowMs),
        kind,
        occurred_at: at,
        recorded_at: nowMs,
        message_id: `${prefix}:${String(index).padStart(4, '0')}`,
        source: 'erasure',
        is_history: true,
        data,
      }
      return Object.keys(FACTS.columns).map((column) => cells[column] ?? null)
    }),
  )
}

async function scrubStory(
  tx: PoolClient,
  ctx: Context,
  personId: string,
  facts: readonly Fact[],
  words: readonly string[],
  prefix: string,
): Promise<void> {
  const nameDeal = (deal: string): string => (deal.startsWith('erased:') ? deal : namelessDeal(ctx.secret, deal))
  const told = facts.flatMap((fact) => (fact.kind === 'person.identified' ? [fact.data] : []))
  const keepTraits = await sharedTraits(tx, personId, told)
  // The order of a story ends in the message ids: the new ones are numbered in that order.
  const ordered = [...facts].sort((a, b) => compareOrder(orderOf(a), orderOf(b)))
  const left = ordered.map((fact) => scrubFact(fact, { words, nameDeal, keepTraits }))
  await tx.query(
    `update facts set message_id = s.message_id, identity = null, import_id = null, channel = s.channel, origin = s.origin, campaign = s.campaign,
       landing_page = s.landing_page, data = s.data
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::jsonb[]) as s(fact_id, message_id, channel, origin, campaign, landing_page, data)
     where facts.person_id = $1 and facts.fact_id = s.fact_id`,
    [
      personId,
      ordered.map((fact) => fact.id),
      ordered.map((_, index) => `${prefix}:${String(index).padStart(9, '0')}`),
      left.map((each) => each.channel),
      left.map((each) => each.origin),
      left.map((each) => each.campaign),
      left.map((each) => each.landingPage),
      left.map((each) => JSON.stringify(each.data)),
    ],
  )
}

type Mark = { attempt: number; stage: string; at: number }
const MARKED = ['qualified', 'accepted', 'contacted', 'opportunity'] as const

async function marksOf(tx: PoolClient, personId: string): Promise<Mark[]> {
  const { rows } = await tx.query<Record<string, Date | null> & { attempt: number }>(
    'select attempt, qualified_at as qualified, accepted_at as accepted, contacted_at as contacted, opportunity_at as opportunity from leads where person_id = $1',
    [personId],
  )
  return rows.flatMap((row) =>
    MARKED.flatMap((stage) => (row[stage] == null ? [] : [{ attempt: row.attempt, stage, at: row[stage].getTime() }])),
  )
}

/** Milestones that hung on what is gone are told as facts of their own: credits depend on their moments. */
async function keepMilestones(
  ctx: Context,
  tx: PoolClient,
  personId: string,
  before: readonly Mark[],
  prefix: string,
  nowMs: number,
): Promise<void> {
  const now = new Set((await marksOf(tx, personId)).map((mark) => `${mark.attempt} ${mark.stage} ${mark.at}`))
  const lost = before.filter((mark) => !now.has(`${mark.attempt} ${mark.stage} ${mark.at}`))
  if (lost.length === 0) return
  await addFacts(
    tx,
    personId,
    lost.map(
      ({ stage, at }) =>
        ({ kind: 'stage.recorded' as const, at, data: { stage } }) as Pick<Fact, 'kind' | 'at' | 'data'>,
    ),
    `${prefix}:m`,
    nowMs,
  )
  await tx.query('delete from decisions where person_id = $1', [personId])
  await refold(ctx, tx, [personId])
}

function gone(): Problem {
  return new Problem('not-found', 'There is no such person.', {
    mend: 'They may have been merged with somebody: search for them.',
  })
}

/**
 * Erases somebody for good, in one transaction. What stays is a story without a name: moments, campaigns, stages and amounts, so that
 * credits and counts stay as they were. A tombstone of keyed hashes recognises them in an older backup or an import.
 */
export async function erasePerson(ctx: Context, asked: Asked): Promise<Erased> {
  const { personId } = asked
  // What was received of them before they asked is theirs too.
  await settleInbox(ctx)
  const nowMs = ctx.now()
  const seen = await readKnown(ctx.db, personId)
  if (seen === null) throw gone()
  const erasureId = asked.tombstone?.erasureId ?? newId(nowMs)
  const read = await ctx.db.connect()
  const words = await factsOfPerson(read, personId)
    .then((facts) => wordsOfPerson(seen.person, seen.keys, facts))
    .finally(() => read.release())
  const mentions = await mentionsOf(ctx.db, personId, words)
  const done = await inTransaction(ctx.db, async (tx) => {
    const others = [...new Set(mentions.map((each) => each.personId))]
    const stories = await lockStories(tx, [personId, ...others].sort()).catch((error: unknown) => {
      throw error instanceof KeyRace ? gone() : error
    })
    const known = await readKnown(tx, personId)
    if (known === null) throw gone()
    const state = stories.get(personId)?.state
    if (state === undefined) throw gone()
    const facts = await factsOfPerson(tx, personId)
    const hashes = [
      ...new Set([...(asked.tombstone?.hashes ?? []), ...known.keys.map((key) => hashKey(ctx.secret, key))]),
    ]
    const formerIds = [...new Set([...(asked.tombstone?.formerIds ?? []), ...known.formerIds])].filter(
      (id) => id !== personId,
    )
    const marks = await marksOf(tx, personId)
    const imports = await importsOf(tx, personId, known.person.import_id)
    const prefix = `erased:${newId(nowMs)}`
    const now = Math.max(nowMs, ...facts.map((fact) => fact.at))
    await scrubStory(tx, ctx, personId, facts, words, prefix)
    await sweepMentions(tx, mentions, words)
    const counts = await sweepRows(tx, personId, words)
    const failed = await dropFailed(tx, known.keys)
    if (failed > 0) counts.inbox = failed
    await tx.query('insert into people_gone (person_id) values ($1)', [personId])
    await tx.query('delete from decisions where person_id = $1', [personId])
    await tx.query(
      'update people set is_anonymous = true, account_id = null, import_id = null, erased_at = $2 where person_id = $1',
      [personId, new Date(nowMs)],
    )
    const nameDeal = (deal: string): string => (deal.startsWith('erased:') ? deal : namelessDeal(ctx.secret, deal))
    await addFacts(tx, personId, closing(state, now, nameDeal), `${prefix}:z`, nowMs)
    await refold(ctx, tx, [personId, ...others].sort())
    await keepMilestones(ctx, tx, personId, marks, prefix, nowMs)
    counts.facts = facts.length
    if (mentions.length > 0) counts.mentions = mentions.length
    if (imports.length > 0) counts.uploads = imports.length
    await tx.query(
      `insert into erasures (erasure_id, person_id, former_ids, reason, erased_by, asked_at, erased_at, counts) values ($1, $2, $3, $4, $5, $6, $6, $7)
       on conflict (person_id) do update set erased_at = excluded.erased_at, counts = excluded.counts`,
      [erasureId, personId, formerIds, asked.reason, asked.by, new Date(nowMs), JSON.stringify(counts)],
    )
    await tx.query(
      'insert into tombstones (hash, erasure_id) select hash, (select erasure_id from erasures where person_id = $2) from unnest($1::text[]) as hash on conflict do nothing',
      [hashes, personId],
    )
    await logPrivacy(tx, {
      what: asked.isAgain ? 'erased again' : 'erased',
      who: asked.by,
      personId,
      data: { reason: asked.reason },
      nowMs,
    })
    // Before the commit: a person erased without a tombstone beside the database could come back with a backup.
    if (!asked.isAgain)
      keepTombstone(ctx.home, { erasureId, personId, formerIds, hashes, reason: asked.reason, askedAt: nowMs })
    return { counts, imports }
  })
  for (const importId of done.imports) rmSync(join(ctx.home, 'uploads', importId), { recursive: true, force: true })
  return { erasureId, personId, counts: done.counts }
}

/** Imports that brought something of a person and are over: their uploaded files hold the rows as they were sent. */
async function importsOf(tx: PoolClient, personId: string, first: string | null): Promise<string[]> {
  const { rows } = await tx.query<{ import_id: string }>(
    `select import_id from imports where status not in ('uploaded', 'queued', 'running', 'undoing')
       and (import_id = $2 or import_id in (select distinct import_id from facts where person_id = $1 and import_id is not null))`,
    [personId, first],
  )
  return rows.map((row) => row.import_id)
}
