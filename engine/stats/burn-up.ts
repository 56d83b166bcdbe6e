export type BurnUp = {
  /** Per day from the first to the last. */
  readonly daily: number
  /** Due by now on a straight line. */
  readonly expected: number
  /** Delivered over expected; null while nothing is expected yet. */
  readonly pace: number | null
  /** Per remaining day; null when no day remains. Negative once the goal is passed. */
  readonly required: number | null
  /** Delivered by the end at the rate so far; null before the first day has passed. */
  readonly projected: number | null
}

/**
 * Where a promise stands: `actual` of `goal` (counts or money) after `daysElapsed` of `days` working days.
 * Null when the period has no working day. Formulas: the leads waterfall (Volpe).
 */
export function burnUp(goal: number, actual: number, daysElapsed: number, days: number): BurnUp | null {
  if (!(days > 0 && daysElapsed >= 0)) return null
  const elapsed = Math.min(daysElapsed, days)
  const expected = (goal * elapsed) / days
  return {
    daily: goal / days,
    expected,
    pace: expected > 0 ? actual / expected : null,
    required: elapsed < days ? (goal - actual) / (days - elapsed) : null,
    projected: elapsed > 0 ? (actual / elapsed) * days : null,
  }
}
