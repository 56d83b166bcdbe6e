import { burnUp } from '../stats/burn-up.ts'

/** What one day of a promise owes and brought, how much of the day is over (0 to 1), and whether people work on it. */
export type DeliveryDay = {
  readonly planned: number
  readonly delivered: number
  readonly elapsed: number
  readonly isWorking: boolean
}

export type DeliveryStatus = 'on track' | 'at risk' | 'behind'

export type DeliveryStanding = {
  /** Owed over all days, in the unit of the promise: leads or cents. */
  readonly goal: number
  readonly actual: number
  /** Owed by now. */
  readonly expected: number
  /** Owed on an average working day; null without one. */
  readonly daily: number | null
  /** Delivered over goal: how much of the promise is kept. Null when nothing is owed. */
  readonly attainment: number | null
  /** Delivered over owed by now; null while nothing is owed yet. */
  readonly pace: number | null
  /** Needed on each working day that is left; null when none is. Negative once the goal is passed. */
  readonly required: number | null
  /** Delivered by the end when it goes on as it went; null before anything was owed. */
  readonly projected: number | null
  readonly status: DeliveryStatus | null
}

/** Paces from which a promise is on track, and at risk; below it is behind. */
export const STATUS_AT = { onTrack: 1, atRisk: 0.9 } as const

/** The word for a pace. Rounding must not make 1 out of less. */
export function statusOfPace(pace: number | null, at: typeof STATUS_AT = STATUS_AT): DeliveryStatus | null {
  if (pace === null) return null
  if (pace >= at.onTrack) return 'on track'
  return pace >= at.atRisk ? 'at risk' : 'behind'
}

/**
 * Where a promise stands after some of its days (the daily leads waterfall: expected, pace, required, projected). With the
 * same amount planned on each working day these are the formulas of `burnUp`; with weekday weights the share of the plan
 * that is over takes the place of days elapsed of days.
 */
export function deliveryStanding(days: readonly DeliveryDay[]): DeliveryStanding {
  let goal = 0
  let actual = 0
  let expected = 0
  let workingDays = 0
  let worked = 0
  for (const day of days) {
    goal += day.planned
    actual += day.delivered
    expected += day.planned * day.elapsed
    if (!day.isWorking) continue
    workingDays += 1
    worked += day.elapsed
  }
  const share = goal > 0 ? expected / goal : 0
  const line = burnUp(goal, actual, share * workingDays, workingDays)
  const pace = expected > 0 ? actual / expected : null
  const leftDays = workingDays - worked
  return {
    goal,
    actual,
    expected,
    daily: line?.daily ?? null,
    attainment: goal > 0 ? actual / goal : null,
    pace,
    required: leftDays > 1e-9 ? (goal - actual) / leftDays : null,
    projected: line?.projected ?? null,
    status: statusOfPace(pace),
  }
}
