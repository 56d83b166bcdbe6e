import { sentenceOf } from '@ensemble/engine/agreement/sentence-of.ts'
import { FACT_KINDS, isFactKind } from '@ensemble/engine/facts/kinds.ts'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { reading } from '../../db/reading.ts'
import { packCursor, readCursor } from '../../http/cursor.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import type { decisionView, factView, getStory as promise } from './contract.ts'
import {
  type DecisionRow,
  decisionsOf,
  isPerson,
  LAST_ID,
  namesOf,
  placeAbove,
  type StoryRow,
  type StoryWish,
  storyPage,
} from './queries.ts'
import { kindsFor } from './story-kinds.ts'
import { withToldReasons } from './with-told-reasons.ts'

type Query = z.output<NonNullable<(typeof promise)['query']>>
const storyMark = z.tuple([z.int(), z.uuid()])

type DecisionView = z.input<typeof decisionView>
type FactView = z.input<typeof factView>

function decisionViewOf(ctx: Context, row: DecisionRow, language: 'en' | 'fr'): DecisionView {
  const agreement = row.clause === null ? null : ctx.agreements.byVersion(row.version)
  const told = agreement === null || row.clause === null ? null : sentenceOf(agreement, row.clause, language)
  return {
    id: row.decision_id,
    what: row.what,
    clause: row.clause,
    version: row.version,
    attempt: row.attempt,
    at: row.decided_at.toISOString(),
    revisedAt: row.revised_at?.toISOString() ?? null,
    sentence: told?.sentence ?? null,
    because: told?.because ?? null,
    data: row.what === 'scored' ? withToldReasons(row.data, language) : row.data,
  }
}

function factViewOf(
  row: StoryRow,
  names: ReadonlyMap<string, string>,
  decisions: DecisionView[],
): Omit<FactView, 'person'> {
  return {
    id: row.fact_id,
    kind: row.kind,
    side: isFactKind(row.kind) ? FACT_KINDS[row.kind].side : 'identity',
    at: row.occurred_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    source: row.source,
    actor: row.actor === null ? null : { id: row.actor, name: names.get(row.actor) ?? '' },
    isHistory: row.is_history,
    isRetracted: row.is_retracted,
    channel: row.channel,
    origin: row.origin,
    campaign: row.campaign,
    landingPage: row.landing_page,
    identity: row.identity,
    data: row.data,
    decisions,
  }
}

/** Facts shown above the one a link leads to. */
const ABOVE = 3

type Page = { facts: FactView[]; next: string | null }
type Asked = { personIds: readonly string[]; names: ReadonlyMap<string, string> | null; query: Query }

function startOf(query: Query): StoryWish['from'] {
  const mark = readCursor(query.after, storyMark)
  if (mark !== null) return { at: new Date(mark[0]), factId: mark[1], isInclusive: false }
  return query.until === undefined ? null : { at: new Date(query.until), factId: LAST_ID, isInclusive: true }
}

async function aboveFact(db: Queryable, personIds: readonly string[], query: Query): Promise<StoryWish['from']> {
  const place = await placeAbove(db, personIds, query.fact ?? '', ABOVE)
  if (place !== null) return { ...place, isInclusive: true }
  throw new Problem('not-found', 'There is no such fact in this story.', {
    mend: 'It may have moved with a merge, or was erased. Look at the whole story.',
    errors: [{ where: 'query.fact', what: 'is not here' }],
  })
}

/** The stories of some people as one, newest first, each fact with what followed from it. `names` where there are several people. */
export function readStory(ctx: Context, caller: Caller, asked: Asked): Promise<Page> {
  return reading(ctx, async (db) => tellStory(ctx, caller, db, { ...asked, rows: await rowsOf(db, asked) }))
}

async function rowsOf(db: Queryable, { personIds, query }: Asked): Promise<StoryRow[]> {
  // What needs no look is sent at once.
  const needsLook = query.after === undefined && query.fact !== undefined
  const wish = (from: StoryWish['from']): StoryWish => ({
    personIds,
    kinds: kindsFor(query.side, query.kind),
    actor: query.actor ?? null,
    text: query.text === undefined ? null : `%${query.text.replace(/[\\%_]/g, '\\$&')}%`,
    from,
    limit: query.limit + 1,
  })
  return storyPage(db, wish(needsLook ? await aboveFact(db, personIds, query) : startOf(query)))
}

async function tellStory(
  ctx: Context,
  caller: Caller,
  db: Queryable,
  { names, query, rows }: Asked & { rows: StoryRow[] },
): Promise<Page> {
  const page = rows.slice(0, query.limit)
  const [decisions, actors] = await Promise.all([
    decisionsOf(db, page),
    namesOf(
      db,
      page.map((row) => row.actor),
    ),
  ])
  const byFact = Map.groupBy(decisions, (row) => row.fact_id)
  const language = caller.locale ?? 'en'
  const facts = page.map((row) => ({
    ...factViewOf(
      row,
      actors,
      (byFact.get(row.fact_id) ?? []).map((each) => decisionViewOf(ctx, each, language)),
    ),
    person: names === null ? null : { id: row.person_id, name: names.get(row.person_id) ?? '' },
  }))
  const last = page.at(-1)
  const next =
    rows.length > query.limit && last !== undefined ? packCursor([last.occurred_at.getTime(), last.fact_id]) : null
  return { facts, next }
}

/** One page of a person's story. */
export function getStory(ctx: Context, caller: Caller, personId: string, query: Query): Promise<Page> {
  const asked = { personIds: [personId], names: null, query }
  return reading(ctx, async (db) => {
    const [isSomebody, rows] = await Promise.all([isPerson(db, personId), rowsOf(db, asked)])
    if (isSomebody) return tellStory(ctx, caller, db, { ...asked, rows })
    throw new Problem('not-found', 'There is no such person.', {
      mend: 'They may have been merged with somebody; search for them.',
    })
  })
}
