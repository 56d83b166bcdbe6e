import type { PersonState } from '@ensemble/engine/lifecycle/state.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import { Problem } from '../../http/problem.ts'
import { putBack } from './claim.ts'
import type { logCall as promise } from './contract.ts'
import { mayCall } from './may-call.ts'
import { planNext } from './plan-next.ts'

type Whole = z.output<NonNullable<(typeof promise)['body']>>
/** What came of a call, as far as the plan of calls is concerned. */
export type Outcome = Pick<Whole, 'personId' | 'outcome' | 'follow'> &
  Partial<Pick<Whole, 'sessionId' | 'note' | 'durationS'>>
export type Planned = z.input<NonNullable<(typeof promise)['response']>>['next']

async function stateOf(ctx: Context, personId: string): Promise<PersonState> {
  const { rows } = await ctx.db.query<{ state: PersonState }>('select state from people where person_id = $1', [
    personId,
  ])
  if (rows[0] !== undefined) return rows[0].state
  throw new Problem('not-found', 'There is no such person.', { mend: 'They may have been merged: search for them.' })
}

/** When to try again: at the time that was asked for; after nobody was reached, as the promise of attempts and the best hours say. */
export async function nextOf(ctx: Context, asked: Outcome): Promise<Planned> {
  const { follow, outcome, personId } = asked
  if (follow.what === 'call back')
    return { at: new Date(follow.at).toISOString(), why: 'asked', left: null, isInTime: true }
  if (outcome === 'connected' || outcome === 'wrong number') return null
  const reach = (await mayCall(ctx, [personId])).get(personId)
  if (reach === undefined) return null
  const next = await planNext(ctx, reach, await stateOf(ctx, personId), outcome)
  return next.ok
    ? { at: new Date(next.atMs).toISOString(), why: next.why, left: next.left, isInTime: next.isInTime }
    : null
}

type Kept = { outcomeId: string; nowMs: number; next: Planned; factIds: string[] }

/** Keeps what came of a call and the next attempt; whoever was planned to be called has been. */
export async function keepOutcome(
  ctx: Context,
  userId: string,
  asked: Outcome,
  { outcomeId, nowMs, next, factIds }: Kept,
): Promise<void> {
  const { personId, sessionId, follow } = asked
  const now = new Date(nowMs)
  const planId = next === null ? null : newId(nowMs)
  // `done_at` is the moment of the outcome, by which undoing finds them.
  await ctx.db.query('update call_plans set done_at = $2 where person_id = $1 and done_at is null', [personId, now])
  if (next !== null)
    await ctx.db.query(
      `insert into call_plans (person_id, plan_id, owner, at, why, note, session_id, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $3, $8)`,
      [
        personId,
        planId,
        userId,
        next.at,
        next.why === 'asked' ? 'asked' : 'attempt',
        asked.note ?? '',
        sessionId ?? null,
        new Date(ctx.now() + 1),
      ],
    )
  await ctx.db.query(
    `insert into call_outcomes (person_id, outcome_id, session_id, user_id, outcome, follow, duration_s, at, facts, plan_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      personId,
      outcomeId,
      sessionId ?? null,
      userId,
      asked.outcome,
      follow.what === 'nothing' ? null : follow.what,
      asked.durationS ?? null,
      now,
      factIds,
      planId,
    ],
  )
  if (sessionId === undefined) return
  await putBack(
    ctx,
    sessionId,
    personId,
    next === null
      ? { status: 'done', called: true }
      : { status: 'waiting', nextAt: Date.parse(next.at), called: true, isLast: true },
  )
}
