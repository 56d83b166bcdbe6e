import { sentenceOf } from '@ensemble/engine/agreement/sentence-of.ts'
import { FACT_KINDS, isFactKind } from '@ensemble/engine/facts/kinds.ts'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { packCursor, readCursor } from '../../http/cursor.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import type { decisionView, factView, getStory as promise } from './contract.ts'
import {
  type DecisionRow,
  decisionsOf,
  findPerson,
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
/** Past every id of one moment. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

type Page = { facts: FactView[]; next: string | null }
type Asked = { personIds: readonly string[]; names: ReadonlyMap<string, string> | null; query: Query }

async function startOf(ctx: Context, personIds: readonly string[], query: Query): Promise<StoryWish['from']> {
  const mark = readCursor(query.after, storyMark)
  if (mark !== null) return { at: new Date(mark[0]), factId: mark[1], isInclusive: false }
  if (query.fact !== undefined) {
    const place = await placeAbove(ctx.db, personIds, query.fact, ABOVE)
    if (place === null)
      throw new Problem('not-found', 'There is no such fact in this story.', {
        mend: 'It may have moved with a merge, or was erased. Look at the whole story.',
        errors: [{ where: 'query.fact', what: 'is not here' }],
      })
    return { ...place, isInclusive: true }
  }
  return query.until === undefined ? null : { at: new Date(query.until), factId: LAST_ID, isInclusive: true }
}

/** The stories of some people as one, newest first, each fact with what followed from it. `names` where there are several people. */
export async function readStory(ctx: Context, caller: Caller, { personIds, names, query }: Asked): Promise<Page> {
  const rows = await storyPage(ctx.db, {
    personIds,
    kinds: kindsFor(query.side, query.kind),
    actor: query.actor ?? null,
    text: query.text === undefined ? null : `%${query.text.replace(/[\\%_]/g, '\\$&')}%`,
    from: await startOf(ctx, personIds, query),
    limit: query.limit + 1,
  })
  const page = rows.slice(0, query.limit)
  const [decisions, actors] = await Promise.all([
    decisionsOf(
      ctx.db,
      [...new Set(page.map((row) => row.person_id))],
      page.map((row) => row.fact_id),
    ),
    namesOf(
      ctx.db,
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
export async function getStory(ctx: Context, caller: Caller, personId: string, query: Query): Promise<Page> {
  if ((await findPerson(ctx.db, personId)) === null) {
    throw new Problem('not-found', 'There is no such person.', {
      mend: 'They may have been merged with somebody; search for them.',
    })
  }
  return readStory(ctx, caller, { personIds: [personId], names: null, query })
}
