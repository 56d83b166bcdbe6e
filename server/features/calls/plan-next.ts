import { type BestHours, bestHours } from '@ensemble/engine/calls/best-hours.ts'
import { type NextAttempt, nextAttempt, type Unreached } from '@ensemble/engine/calls/next-attempt.ts'
import type { PersonState } from '@ensemble/engine/lifecycle/state.ts'
import type { Context } from '../../context.ts'
import type { Reach } from './may-call.ts'
import { codeOf, zoneOf } from './places-of.ts'
import { readCallSettings } from './settings.ts'

const DAY_MS = 86_400_000
export const MOST_CALLS = 100_000
const FRESH_MS = 10 * 60_000

type Hours = BestHours & { isCut: boolean }
const kept = new WeakMap<object, Map<number, { atMs: number; hours: Promise<Hours> }>>()

async function readHours(ctx: Pick<Context, 'db' | 'now'>, days: number): Promise<Hours> {
  const { zone: houseZone } = await readCallSettings(ctx.db)
  const { rows } = await ctx.db.query<{ at: Date; is_connected: boolean; country: string | null }>(
    `select f.occurred_at as at, f.data->>'outcome' = 'connected' as is_connected,
            coalesce(p.state->'person'->>'country', p.state->'account'->>'country') as country
       from facts f join people p using (person_id)
      where f.kind = 'call.made' and f.occurred_at > $1 and f.data->>'outcome' <> 'wrong number'
      order by f.occurred_at desc limit $2`,
    [new Date(ctx.now() - days * DAY_MS), MOST_CALLS],
  )
  const calls = rows.map((row) => ({
    atMs: row.at.getTime(),
    zone: zoneOf(codeOf(row.country), houseZone),
    isConnected: row.is_connected,
  }))
  return { ...bestHours(calls), isCut: rows.length === MOST_CALLS }
}

/** The best hours by own data; counted anew every ten minutes. */
export async function readBestHours(ctx: Pick<Context, 'db' | 'now'>, days: number): Promise<Hours> {
  const byDays = kept.get(ctx.db) ?? new Map<number, { atMs: number; hours: Promise<Hours> }>()
  kept.set(ctx.db, byDays)
  const known = byDays.get(days)
  const nowMs = ctx.now()
  if (known !== undefined && nowMs - known.atMs < FRESH_MS) return known.hours
  const hours = readHours(ctx, days)
  byDays.set(days, { atMs: nowMs, hours })
  hours.catch(() => byDays.delete(days))
  return hours
}

/** When to call somebody again who was not reached, as the promise of attempts and the best hours say. */
export async function planNext(
  ctx: Context,
  reach: Reach,
  state: PersonState,
  outcome: Unreached,
  made = state.attempt?.touches ?? 1,
): Promise<NextAttempt> {
  const nowMs = ctx.now()
  const agreement = ctx.agreements.at(nowMs)
  const { attempt } = state
  const clock = attempt?.clocks.find((each) => each.name === 'attempts')
  const promise = agreement.promises.attempts
  const untilMs = clock?.dueAt ?? nowMs + 10 * DAY_MS
  const calendar = attempt?.calendar ?? agreement.calendar
  return nextAttempt({
    nowMs,
    outcome,
    made,
    promised: promise === null ? null : { atLeast: promise.atLeast, untilMs: Math.max(untilMs, nowMs) },
    openIn: [...reach.openIn, calendar],
    zone: reach.openIn[0]?.zone ?? calendar.zone,
    hours: await readBestHours(ctx, 180),
  })
}
