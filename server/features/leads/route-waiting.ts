import type { Fact } from '@ensemble/engine/facts/fact.ts'
import type { RouteAsk } from '@ensemble/engine/lifecycle/state.ts'
import { countHandOver } from '@ensemble/engine/routing/count-hand-over.ts'
import { type Routed, routeLead } from '@ensemble/engine/routing/route-lead.ts'
import { routedData } from '@ensemble/engine/routing/routed-data.ts'
import { leadContext } from '@ensemble/engine/scoring/context.ts'
import { pointsAt } from '@ensemble/engine/scoring/decay.ts'
import type { PoolClient } from 'pg'
import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import { continueStory, type Story } from '../facts/story.ts'
import { readRoster } from './read-roster.ts'
import { takeRoutingLock } from './routing-lock.ts'
import { copyBooks, saveBooks } from './save-books.ts'

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
    data: routedData(number, ask.why, routed),
  }
}

/** Who owns the companies of these people. */
async function ownersOf(tx: PoolClient, stories: readonly Story[]): Promise<Map<string, string>> {
  const accounts = [...new Set(stories.flatMap((story) => story.accountId ?? []))]
  if (accounts.length === 0) return new Map()
  const { rows } = await tx.query<{ account_id: string; owner: string }>(
    'select account_id, owner from accounts where account_id = any($1::uuid[]) and owner is not null',
    [accounts],
  )
  return new Map(rows.map((row) => [row.account_id, row.owner]))
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
  await takeRoutingLock(tx)
  const agreement = ctx.agreements.at(nowMs)
  const roster = await readRoster(tx, agreement, nowMs)
  const before = copyBooks(roster.books)
  const owners = await ownersOf(tx, waiting)
  const handed: { userId: string; pool: string; story: Story; fact: Fact; isCredit: boolean }[] = []
  for (const story of waiting) {
    const ask = story.state.attempt?.awaiting
    if (ask === null || ask === undefined) continue
    const routed = routeLead(agreement, roster, {
      context: leadContext(story.state, pointsAt(story.state, nowMs, agreement.halfLifeMs), agreement),
      why: ask.why,
      exclude: ask.exclude,
      accountOwner: owners.get(story.accountId ?? '') ?? null,
      atMs: nowMs,
    })
    const fact = routedFact(story, ask, routed, nowMs)
    story.mustRefold = false
    continueStory(story, [{ fact, identity: null, importId: null }], (atMs) => ctx.agreements.at(atMs))
    countHandOver(roster, routed)
    const { to, pool, isCredit } = routed
    if (to !== null) handed.push({ userId: to, pool, story, fact, isCredit })
  }
  if (handed.length === 0) return
  const attempts = handed.map((each) => each.story.state.attempt?.number ?? 1)
  await tx.query(
    `insert into hand_offs (user_id, pool, person_id, attempt, at, fact_id, is_credit)
     select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::int[], $5::timestamptz[], $6::uuid[], $7::boolean[])`,
    [
      handed.map((each) => each.userId),
      handed.map((each) => each.pool),
      handed.map((each) => each.story.personId),
      attempts,
      handed.map((each) => new Date(each.fact.at)),
      handed.map((each) => each.fact.id),
      handed.map((each) => each.isCredit),
    ],
  )
  await saveBooks(tx, before, roster.books)
}
