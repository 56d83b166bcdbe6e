import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { refusalOf } from '@ensemble/engine/lifecycle/refusal.ts'
import type { PoolClient } from 'pg'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { inOnePiece, isPipelined, prepared, together } from '../../db/together.ts'
import { Problem } from '../../http/problem.ts'
import { routeWaiting } from '../leads/route-waiting.ts'
import { settleTurns } from '../leads/settle-turns.ts'
import { announce } from '../notices/announce.ts'
import { absorbVisitor } from './absorb-visitors.ts'
import { attachAccounts } from './attach-accounts.ts'
import type { IncomingFact, RecordedFact } from './incoming.ts'
import { lockStories } from './load-stories.ts'
import { missingPlaces } from './missing-places.ts'
import { type PreparedFact, prepareFacts } from './prepare-facts.ts'
import { proposeMet } from './propose-met.ts'
import { refoldStories } from './refold-story.ts'
import { KeyRace, type Resolved, resolvePeople } from './resolve-people.ts'
import { sayRefusal } from './say-refusal.ts'
import { continueStory, newStory, type StoredFact, type Story } from './story.ts'
import { writeStories } from './write-stories.ts'

export type RecordOptions = {
  /** Language of the person who waits for the answer. */
  language?: 'en' | 'fr'
  /** False for sources that bring their own `lead.routed` facts. */
  shouldRoute?: boolean
  /** `throw`: a fact the agreement refuses undoes the whole call (a person pressed a button). `report`: it is told and left out. */
  onRefused?: 'throw' | 'report'
  /** False for bulk sources whose history nobody should be notified of. */
  shouldNotify?: boolean
}

const TRIES = 8

function isDeadlockOrRace(error: unknown): boolean {
  if (error instanceof KeyRace) return true
  return (
    typeof error === 'object' && error !== null && 'code' in error && (error.code === '40P01' || error.code === '40001')
  )
}

async function knownMessages(
  tx: PoolClient,
  facts: readonly PreparedFact[],
  resolved: Resolved,
  stories: ReadonlyMap<string, Story>,
): Promise<Map<string, string>> {
  const people: string[] = []
  const messages: string[] = []
  for (const [index, { fact }] of facts.entries()) {
    const personId = resolved.personIds[index]
    // Somebody new has no facts yet, unless a visitor's have just become theirs.
    const story = stories.get(personId ?? '')
    if (personId === undefined || (story?.isBorn && !story.mustRefold)) continue
    if (resolved.born.has(personId) && resolved.absorbed.size === 0) continue
    people.push(personId)
    messages.push(fact.messageId)
  }
  const known = new Map<string, string>()
  if (people.length === 0) return known
  const { rows } = await tx.query<{ person_id: string; message_id: string; fact_id: string }>({
    ...prepared(tx, 'known messages'),
    text: `select f.person_id, f.message_id, f.fact_id from unnest($1::uuid[], $2::text[]) as k(person_id, message_id)
     join facts f on f.person_id = k.person_id and f.message_id = k.message_id`,
    values: [people, messages],
  })
  for (const row of rows) known.set(`${row.person_id}:${row.message_id}`, row.fact_id)
  return known
}

async function openStories(
  tx: PoolClient,
  facts: readonly PreparedFact[],
  resolved: Resolved,
  nowMs: number,
): Promise<Map<string, Story>> {
  const known = [...new Set(resolved.personIds)].filter((id) => !resolved.born.has(id))
  const stories = await lockStories(tx, [...known, ...resolved.absorbed.keys()])
  for (const [index, { fact, importId }] of facts.entries()) {
    const id = resolved.personIds[index]
    if (id === undefined || stories.has(id)) continue
    stories.set(id, newStory(id, !resolved.named.has(id), Math.min(fact.at, nowMs), importId))
  }
  for (const [from, into] of resolved.absorbed) {
    const visitor = stories.get(from)
    const story = stories.get(into)
    if (story === undefined || visitor === undefined) continue
    // Named by another transaction meanwhile: they are two people now (invariant 8).
    if (!visitor.isAnonymous) throw new KeyRace('a visitor was named meanwhile')
    stories.delete(from)
    story.factsBefore += await absorbVisitor(tx, from, into)
    story.mustRefold = true
    story.firstSeenAt = Math.min(story.firstSeenAt, visitor.firstSeenAt)
    story.lastSeenAt = Math.max(story.lastSeenAt, visitor.lastSeenAt)
  }
  for (const id of resolved.named) {
    const story = stories.get(id)
    if (story !== undefined) story.isAnonymous = false
  }
  return stories
}

type Filed = { recorded: RecordedFact[]; byPerson: Map<string, StoredFact[]> }

/** Sorts the batch into what is new, what was delivered before, and what the agreement refuses. */
function file(
  ctx: Context,
  facts: readonly PreparedFact[],
  resolved: Resolved,
  stories: ReadonlyMap<string, Story>,
  known: Map<string, string>,
  options: RecordOptions,
): Filed {
  const recorded: RecordedFact[] = []
  const byPerson = new Map<string, StoredFact[]>()
  for (const [index, { fact, keys, importId, accountOwner }] of facts.entries()) {
    const personId = resolved.personIds[index] ?? ''
    const key = `${personId}:${fact.messageId}`
    const before = known.get(key)
    if (before !== undefined) {
      recorded.push({ factId: before, personId, status: 'duplicate', decisions: [] })
      continue
    }
    const story = stories.get(personId)
    // What a person may do depends on the facts before: the state is known for the first of a batch only; `step` judges the rest.
    const isFirst = story !== undefined && !byPerson.has(personId)
    const refusal = isFirst ? refusalOf(ctx.agreements.at(fact.at), story.state, fact) : null
    if (refusal !== null && options.onRefused === 'throw') {
      throw new Problem('refused', sayRefusal(refusal, options.language ?? 'en'), {
        mend: 'Nothing was recorded.',
        errors: [
          { where: `facts.${index}.kind`, what: refusal.code },
          ...missingPlaces(refusal.missing, options.language ?? 'en'),
        ],
      })
    }
    if (refusal !== null) {
      recorded.push({ factId: fact.id, personId, status: 'refused', reason: refusal.message, decisions: [] })
      continue
    }
    known.set(key, fact.id)
    const strongest = keys[0]
    const identity = strongest === undefined ? null : `${strongest.kind}:${strongest.value}`
    const stored = { fact, identity, importId, accountOwner: accountOwner ?? null }
    const list = byPerson.get(personId)
    if (list === undefined) byPerson.set(personId, [stored])
    else list.push(stored)
    recorded.push({ factId: fact.id, personId, status: 'recorded', decisions: [] })
  }
  return { recorded, byPerson }
}

function addDecisions(recorded: readonly RecordedFact[], stories: Iterable<Story>): void {
  const byFact = new Map(recorded.map((each) => [each.factId, each.decisions]))
  for (const story of stories) for (const decision of story.newDecisions) byFact.get(decision.fact)?.push(decision.what)
}

/** In a call of several facts about one person a later one may be refused in the light of the earlier: then none is recorded. */
function refuseIgnored(facts: readonly PreparedFact[], stories: Iterable<Story>, language: 'en' | 'fr'): void {
  for (const story of stories) {
    for (const decision of story.newDecisions) {
      if (decision.what !== 'ignored') continue
      const index = facts.findIndex(({ fact }) => fact.id === decision.fact)
      if (index === -1) continue
      const { why, code, missing } = decision.data
      const message = code === undefined ? why : sayRefusal({ code, message: why }, language)
      throw new Problem('refused', message, {
        mend: 'Nothing was recorded.',
        errors: [{ where: `facts.${index}.kind`, what: code ?? why }, ...missingPlaces(missing, language)],
      })
    }
  }
}

function isChanged(story: Story): boolean {
  return story.newFacts.length > 0 || story.mustRefold || (!story.isBorn && story.isAnonymous !== story.wasAnonymous)
}

/** A visitor nobody knows and who is no lead is on no screen: nobody need hear of every page they read. */
function isHeard(story: Story): boolean {
  return !story.isAnonymous || story.state.attempt !== null
}

/** Somebody of whom every fact was refused does not exist, and has no keys. */
async function forgetUnborn(tx: PoolClient, stories: Iterable<Story>): Promise<void> {
  const unborn = [...stories].filter((story) => story.isBorn && !isChanged(story)).map((story) => story.personId)
  if (unborn.length > 0) await tx.query('delete from identities where person_id = any($1::uuid[])', [unborn])
}

/** Records checked facts in a transaction of the caller's, who runs it again when it met another (`retried`). */
export async function recordInTransaction(
  tx: PoolClient,
  ctx: Context,
  facts: readonly PreparedFact[],
  options: RecordOptions,
  nowMs: number,
): Promise<RecordedFact[]> {
  const agreementAt = (atMs: number): CompiledAgreement => ctx.agreements.at(atMs)
  const resolved = await resolvePeople(tx, facts, nowMs)
  // Where nobody's facts move, the messages delivered before are asked for in one flight with the locks, and after them.
  const canAsk = resolved.absorbed.size === 0 && isPipelined(tx)
  const [opening, asked] = inOnePiece(tx, () => {
    const opens = openStories(tx, facts, resolved, nowMs)
    return [opens, canAsk ? knownMessages(tx, facts, resolved, new Map()) : null] as const
  })
  asked?.catch(() => undefined)
  const stories = await opening
  const known = await (asked ?? knownMessages(tx, facts, resolved, stories))
  const { recorded, byPerson } = file(ctx, facts, resolved, stories, known, options)
  for (const [personId, list] of byPerson) {
    const story = stories.get(personId)
    if (story !== undefined) continueStory(story, list, agreementAt)
  }
  const changed = [...stories.values()].filter(isChanged)
  await refoldStories(
    tx,
    changed.filter((story) => story.mustRefold),
    agreementAt,
    nowMs,
  )
  if (options.onRefused === 'throw') refuseIgnored(facts, changed, options.language ?? 'en')
  await forgetUnborn(tx, stories.values())
  // Who owns the company decides who takes the lead, and a turn given back whose turn it is.
  await attachAccounts(tx, changed, nowMs)
  await settleTurns(tx, changed)
  if (options.shouldRoute !== false) await routeWaiting(tx, ctx, changed, nowMs)
  await together(tx, [
    () => writeStories(tx, changed, agreementAt(nowMs), nowMs),
    () => proposeMet(tx, resolved.met),
    async () => {
      if (options.shouldNotify !== false) await announce(tx, changed.filter(isHeard), nowMs)
    },
  ])
  addDecisions(recorded, changed)
  return recorded
}

/**
 * The one way in. Checks the facts, finds their people, continues each story under the agreement in force, routes
 * what must be routed, and stores facts, conclusions, states and clocks in one transaction: when it returns, all of
 * it is stored; when it throws, nothing is. A message delivered again is answered as a duplicate and has no effect.
 */
export async function recordFacts(
  ctx: Context,
  incoming: readonly IncomingFact[],
  options: RecordOptions = {},
): Promise<RecordedFact[]> {
  return recordPrepared(ctx, prepareFacts(incoming, ctx.now()), options)
}

/** The same for facts that have been checked one by one. */
export async function recordPrepared(
  ctx: Context,
  facts: readonly PreparedFact[],
  options: RecordOptions = {},
): Promise<RecordedFact[]> {
  const nowMs = ctx.now()
  return retried(() => inTransaction(ctx.db, (tx) => recordInTransaction(tx, ctx, facts, options, nowMs)))
}

/** Does it again when it met another transaction at a key or in a deadlock. */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === TRIES || !isDeadlockOrRace(error)) throw error
    }
  }
}
