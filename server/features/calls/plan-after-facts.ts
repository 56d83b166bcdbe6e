import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import type { Caller } from '../../http/endpoint.ts'
import { forgetOutcome } from './forget-outcome.ts'
import { keepOutcome, nextOf } from './keep-outcome.ts'
import { OUTCOMES } from './shapes.ts'

/** A fact as it was sent and stored. */
export type Told = {
  kind: string
  data: Record<string, unknown>
  at: number
  personId: string
  factId: string
  isNew: boolean
}
export type PlannedCall = { personId: string; at: string }

/** Calls told of later than this are history: nobody is to be called again because of them. */
const FRESH_MS = 24 * 3_600_000
/** Whoever tells of more calls at once is not on the telephone. */
const MOST = 20

/**
 * Calls said with one key on Today, on a page or without network are planned on like those of a session: who was not reached is to be
 * called again as the promise of attempts says, who was reached is not. A call that is taken back takes its plan along.
 */
export async function planAfterFacts(ctx: Context, caller: Caller, told: readonly Told[]): Promise<PlannedCall[]> {
  const nowMs = ctx.now()
  for (const { personId, data } of told.filter(({ kind, isNew }) => kind === 'fact.retracted' && isNew).slice(0, MOST))
    await takeBack(ctx, personId, data.fact)
  const calls = told.filter(
    ({ kind, isNew, at, data }) => kind === 'call.made' && isNew && data.session === undefined && at > nowMs - FRESH_MS,
  )
  if (calls.length > MOST) return []
  const planned: PlannedCall[] = []
  for (const { personId, factId, data } of calls) {
    const outcome = OUTCOMES.find((one) => one === data.outcome)
    if (outcome === undefined) continue
    const said = { personId, outcome, follow: { what: 'nothing' } } as const
    const next = await nextOf(ctx, said)
    await keepOutcome(ctx, caller.id, said, { outcomeId: newId(nowMs), nowMs, next, factIds: [factId] })
    if (next !== null) planned.push({ personId, at: next.at })
  }
  return planned
}

async function takeBack(ctx: Context, personId: string, factId: unknown): Promise<void> {
  if (typeof factId !== 'string') return
  const { rows } = await ctx.db.query<Parameters<typeof forgetOutcome>[1]>(
    `select person_id, outcome_id, plan_id, at from call_outcomes where person_id = $1 and undone_at is null and facts[1]::text = $2`,
    [personId, factId],
  )
  for (const row of rows) await forgetOutcome(ctx, row)
}
