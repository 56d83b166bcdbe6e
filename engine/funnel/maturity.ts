import { dayMs } from '../worktime/time-units.ts'

export type Maturity = {
  /** Days the youngest and the oldest lead have had so far. */
  readonly youngestDays: number
  readonly oldestDays: number
  /** Leads that have had at least the days asked for. */
  readonly matured: number
}

/**
 * How much time a cohort has had at `asOfMs` (epoch ms), and how many of its leads have had `days` days. Leads that entered
 * later than that moment count as 0 days old. Null for an empty cohort. Source: domain.md 1.4 and 2.2 (matured cohorts only).
 */
export function maturityOf(enteredMs: readonly number[], asOfMs: number, days: number): Maturity | null {
  if (enteredMs.length === 0) return null
  let youngest = Number.POSITIVE_INFINITY
  let oldest = 0
  let matured = 0
  for (const entered of enteredMs) {
    const age = Math.max(0, (asOfMs - entered) / dayMs)
    youngest = Math.min(youngest, age)
    oldest = Math.max(oldest, age)
    if (age >= days) matured += 1
  }
  return { youngestDays: youngest, oldestDays: oldest, matured }
}
