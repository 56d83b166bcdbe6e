import { sentenceOf } from '@ensemble/engine/agreement/sentence-of.ts'
import { FACT_KINDS, isFactKind } from '@ensemble/engine/facts/kinds.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { packCursor, unpackCursor } from '../../http/cursor.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import type { decisionView, factView, getStory as promise } from './contract.ts'
import { type DecisionRow, decisionsOf, findPerson, namesOf, type StoryRow, storyPage } from './queries.ts'
import { withToldReasons } from './with-told-reasons.ts'

type Query = z.output<NonNullable<(typeof promise)['query']>>
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

function factViewOf(row: StoryRow, names: ReadonlyMap<string, string>, decisions: DecisionView[]): FactView {
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

/** One page of a person's story, newest first, each fact with what followed from it. */
export async function getStory(
  ctx: Context,
  caller: Caller,
  personId: string,
  query: Query,
): Promise<{ facts: FactView[]; next: string | null }> {
  if ((await findPerson(ctx.db, personId)) === null) {
    throw new Problem('not-found', 'There is no such person.', {
      mend: 'They may have been merged with somebody; search for them.',
    })
  }
  const mark = unpackCursor(query.after, 2)
  const after = mark === null ? null : ([Number(mark[0]), String(mark[1])] as const)
  const { side } = query
  const kinds =
    side === undefined
      ? null
      : Object.entries(FACT_KINDS).flatMap(([kind, traits]) => (traits.side === side ? [kind] : []))
  const rows = await storyPage(ctx.db, personId, kinds, after, query.limit + 1)
  const page = rows.slice(0, query.limit)
  const [decisions, names] = await Promise.all([
    decisionsOf(
      ctx.db,
      personId,
      page.map((row) => row.fact_id),
    ),
    namesOf(
      ctx.db,
      page.map((row) => row.actor),
    ),
  ])
  const byFact = Map.groupBy(decisions, (row) => row.fact_id)
  const language = caller.locale ?? 'en'
  const facts = page.map((row) =>
    factViewOf(
      row,
      names,
      (byFact.get(row.fact_id) ?? []).map((each) => decisionViewOf(ctx, each, language)),
    ),
  )
  const last = page.at(-1)
  const next =
    rows.length > query.limit && last !== undefined ? packCursor([last.occurred_at.getTime(), last.fact_id]) : null
  return { facts, next }
}
