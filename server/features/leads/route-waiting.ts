import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import type { Fact } from '@ensemble/engine/facts/fact.ts'
import type { RouteAsk } from '@ensemble/engine/lifecycle/state.ts'
import type { Roster } from '@ensemble/engine/routing/roster.ts'
import { type Routed, routeLead } from '@ensemble/engine/routing/route-lead.ts'
import { leadContext } from '@ensemble/engine/scoring/context.ts'
import type { PoolClient } from 'pg'
import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import { continueStory, type Story } from '../facts/story.ts'
import { pointsNow } from '../facts/write-stories.ts'
import { readRoster } from './read-roster.ts'

/** Everybody who routes holds this lock: turns and limits are counted one lead at a time. */
const ROUTING_LOCK = 7_368_412

/** Moves the roster on, so that the next lead of the same batch sees this one handed over. */
function count(roster: Roster, routed: Routed): void {
  const { to, pool } = routed
  if (to === null) return
  const person = roster.people.find((each) => each.id === to)
  if (person !== undefined) person.openLeads += 1
  const book = roster.books.get(pool)
  if (book === undefined) return
  const taken = book.taken.get(to) ?? { day: 0, week: 0, month: 0 }
  book.taken.set(to, { day: taken.day + 1, week: taken.week + 1, month: taken.month + 1 })
  book.turns.set(to, 1 + Math.max(0, ...book.turns.values()))
}

function routedFact(story: Story, ask: RouteAsk, routed: Routed, nowMs: number): Fact {
  const { attempt, lastFact } = story.state
  const number = attempt?.number ?? 1
  const id = newId(nowMs)
  return {
    id,
    kind: 'lead.routed',
    // Always after what caused it, so that it continues the story.
    at: Math.max(nowMs, (lastFact?.at ?? 0) + 1),
    recordedAt: nowMs,
    source: 'ensemble',
    messageId: `routed:${id}`,
    actor: null,
    isHistory: false,
    touch: null,
    data: {
      attempt: number,
      to: routed.to,
      pool: routed.pool,
      clause: routed.clause,
      why: ask.why,
      passedOver: routed.passedOver,
      calendar:
        routed.calendar === null
          ? null
          : {
              ...routed.calendar,
              hours: mutableHours(routed.calendar.hours),
              holidays: [...routed.calendar.holidays],
              away: [...routed.calendar.away],
            },
    },
  }
}

type Hours = NonNullable<Routed['calendar']>['hours']
function mutableHours(hours: Hours) {
  return {
    mon: [...hours.mon],
    tue: [...hours.tue],
    wed: [...hours.wed],
    thu: [...hours.thu],
    fri: [...hours.fri],
    sat: [...hours.sat],
    sun: [...hours.sun],
  }
}

function routeOne(agreement: CompiledAgreement, roster: Roster, story: Story, ask: RouteAsk, nowMs: number): Routed {
  const context = leadContext(story.state, pointsNow(story.state, agreement.halfLifeMs, nowMs))
  return routeLead(agreement, roster, { context, exclude: ask.exclude, accountOwner: null, atMs: nowMs })
}

/** Finds an owner for every story that asks for one, under the routing lock, and continues it with the answer. */
export async function routeWaiting(
  tx: PoolClient,
  ctx: Context,
  stories: readonly Story[],
  nowMs: number,
): Promise<void> {
  const waiting = stories.filter((story) => story.state.attempt !== null && story.state.attempt.awaiting !== null)
  if (waiting.length === 0) return
  await tx.query('select pg_advisory_xact_lock($1)', [ROUTING_LOCK])
  const agreement = ctx.agreements.at(nowMs)
  const roster = await readRoster(tx, agreement, nowMs)
  const handed: { userId: string; pool: string; story: Story; fact: Fact }[] = []
  for (const story of waiting) {
    const ask = story.state.attempt?.awaiting
    if (ask === null || ask === undefined) continue
    const routed = routeOne(agreement, roster, story, ask, nowMs)
    const fact = routedFact(story, ask, routed, nowMs)
    story.mustRefold = false
    continueStory(story, [{ fact, identity: null, importId: null }], (atMs) => ctx.agreements.at(atMs))
    count(roster, routed)
    if (routed.to !== null) handed.push({ userId: routed.to, pool: routed.pool, story, fact })
  }
  if (handed.length === 0) return
  const attempts = handed.map((each) => each.story.state.attempt?.number ?? 1)
  await tx.query(
    `insert into hand_offs (user_id, pool, person_id, attempt, at, fact_id)
     select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::int[], $5::timestamptz[], $6::uuid[])`,
    [
      handed.map((each) => each.userId),
      handed.map((each) => each.pool),
      handed.map((each) => each.story.personId),
      attempts,
      handed.map((each) => new Date(each.fact.at)),
      handed.map((each) => each.fact.id),
    ],
  )
  for (const [pool, book] of roster.books) {
    const moved = [...new Set(handed.filter((each) => each.pool === pool).map((each) => each.userId))]
    if (moved.length === 0) continue
    await tx.query(
      `insert into turns (pool, user_id, turn) select $1, * from unnest($2::uuid[], $3::bigint[])
       on conflict (pool, user_id) do update set turn = excluded.turn`,
      [pool, moved, moved.map((id) => book.turns.get(id) ?? 0)],
    )
  }
}
