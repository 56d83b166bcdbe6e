import { compareOrder, type Fact, orderOf, storyOf } from '@ensemble/engine/facts/fact.ts'
import { nextStrikeAt } from '@ensemble/engine/lifecycle/clocks.ts'
import { feedbackClockName } from '@ensemble/engine/lifecycle/feedback.ts'
import { fold } from '@ensemble/engine/lifecycle/fold.ts'
import type { AttemptState, PersonState } from '@ensemble/engine/lifecycle/state.ts'
import { expect } from 'vitest'
import type { Context } from '../context.ts'
import { factsOfPerson } from '../features/facts/load-stories.ts'

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const iso = (ms: number | null | undefined): string | null =>
  ms === null || ms === undefined ? null : new Date(ms).toISOString()

async function rowsOf(ctx: Context, sql: string, personId: string): Promise<unknown> {
  const { rows } = await ctx.db.query(sql, [personId])
  return plain(rows)
}

const SHOWN = ['qualified', 'accepted', 'contacted', 'opportunity', 'won'] as const

function leadOf(attempt: AttemptState): object {
  const {
    number,
    stage,
    outcome,
    reason,
    team,
    owner,
    pool,
    isHistory,
    openedAt,
    routedAt,
    firstTouchAt,
    closedAt,
    touches,
    marks,
    touch,
  } = attempt
  const entered = SHOWN.map((name) =>
    marks[name] === undefined || marks[name].isInferred ? null : iso(marks[name].at),
  )
  return {
    attempt: number,
    stage,
    outcome,
    reason,
    team,
    owner,
    pool,
    is_history: isHistory,
    opened_at: iso(openedAt),
    routed_at: iso(routedAt),
    first_touch_at: iso(firstTouchAt),
    closed_at: iso(closedAt),
    touches,
    channel: touch.channel,
    campaign: touch.campaign,
    entered,
  }
}

async function expectRows(
  ctx: Context,
  personId: string,
  state: PersonState,
  ended: readonly AttemptState[],
): Promise<void> {
  const attempts = state.attempt === null ? [...ended] : [...ended, state.attempt]
  const leads = await rowsOf(
    ctx,
    `select attempt, stage, outcome, reason, team, owner, pool, is_history, opened_at, routed_at, first_touch_at, closed_at, touches, channel, campaign,
       array[qualified_at, accepted_at, contacted_at, opportunity_at, won_at] as entered from leads where person_id = $1 order by attempt`,
    personId,
  )
  expect(leads).toEqual(attempts.map(leadOf))
  const clocks = await rowsOf(
    ctx,
    'select attempt, name, clause, team, owner, started_at, due_at, next_at from clocks where person_id = $1 order by name',
    personId,
  )
  expect(clocks).toEqual(
    [
      ...(state.attempt?.clocks ?? []).map((clock) => ({
        clock,
        name: String(clock.name),
        attempt: state.attempt?.number,
        owner: state.attempt?.owner ?? null,
      })),
      ...(state.feedback ?? []).flatMap(({ id, clock, attempt, owner }) =>
        clock === null ? [] : [{ clock, name: feedbackClockName(id), attempt, owner }],
      ),
    ]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ clock, name, attempt, owner }) => ({
        attempt,
        name,
        clause: clock.clause,
        team: clock.team,
        owner,
        started_at: iso(clock.startedAt),
        due_at: iso(clock.dueAt),
        next_at: iso(nextStrikeAt(clock)),
      })),
  )
  const deals = await rowsOf(
    ctx,
    'select deal_id as id, attempt, stage, status, proof, closer, closed_at from deals where person_id = $1 order by deal_id',
    personId,
  )
  expect(deals).toEqual(
    [...state.deals]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, attempt, stage, status, proof, closer, closedAt }) => ({
        id,
        attempt,
        stage,
        status,
        proof,
        closer,
        closed_at: iso(closedAt),
      })),
  )
}

async function expectDecisions(
  ctx: Context,
  personId: string,
  facts: readonly Fact[],
  decisions: readonly object[],
): Promise<void> {
  const { rows } = await ctx.db.query<{
    fact_id: string
    ordinal: number
    what: string
    attempt: number
    clause: string | null
    version: number
    decided_at: Date
    data: unknown
  }>(
    `select fact_id, ordinal, what, attempt, clause, version, decided_at, data from decisions where person_id = $1 and revised_at is null`,
    [personId],
  )
  const byId = new Map(facts.map((fact) => [fact.id, orderOf(fact)]))
  const place = (id: string) => byId.get(id) ?? { at: 0, rank: 0, messageId: '' }
  rows.sort((a, b) => compareOrder(place(a.fact_id), place(b.fact_id)) || a.ordinal - b.ordinal)
  const standing = rows.map((row) => ({
    what: row.what,
    at: row.decided_at.getTime(),
    attempt: row.attempt,
    clause: row.clause,
    fact: row.fact_id,
    data: row.data,
    version: row.version,
  }))
  expect(standing).toEqual(plain(decisions))
}

/** Everything stored of one person is what the fold of their stored facts says (invariant 1). */
export async function expectSound(ctx: Context, personId: string): Promise<void> {
  const tx = await ctx.db.connect()
  try {
    const facts = await factsOfPerson(tx, personId)
    const folded = fold((atMs) => ctx.agreements.at(atMs), facts)
    const { rows } = await tx.query<{ state: unknown; facts: number; is_anonymous: boolean; named: boolean }>(
      `select state, facts, is_anonymous, exists (select 1 from identities i where i.person_id = p.person_id and kind <> 'anonymous') as named
       from people p where person_id = $1`,
      [personId],
    )
    expect(rows[0]?.state).toEqual(plain(folded.state))
    expect(rows[0]?.facts).toBe(facts.length)
    expect(rows[0]?.is_anonymous).toBe(!rows[0]?.named)
    expect(folded.state.attempt?.awaiting ?? null).toBeNull()
    await expectRows(ctx, personId, folded.state, folded.ended)
    await expectDecisions(ctx, personId, storyOf(facts), folded.decisions)
  } finally {
    tx.release()
  }
}

/** Nobody is lost: every person has facts and a key, and every row belongs to a person. */
export async function expectNobodyLost(ctx: Context): Promise<void> {
  for (const table of ['identities', 'facts', 'decisions', 'leads', 'clocks', 'deals', 'hand_offs']) {
    const { rows } = await ctx.db.query(
      `select person_id from ${table} where person_id not in (select person_id from people)`,
    )
    expect(rows, table).toEqual([])
  }
  const { rows } = await ctx.db.query(
    'select person_id from people p where not exists (select 1 from facts f where f.person_id = p.person_id) or not exists (select 1 from identities i where i.person_id = p.person_id)',
  )
  expect(rows).toEqual([])
}
