import { dayMs, hourMs } from '@ensemble/engine/worktime/time-units.ts'

/**
 * Factor on the odds of an answer and of interest by how long the person had waited: the square root of the curve that
 * Oldroyd, McElheran and Elkington (2011) found (1, 1/7, 1/60), so that the reports of the demo show such a thing as well.
 */
export function waitingOdds(waitedMs: number): number {
  return 1.7 * Math.sqrt(waitedMs < hourMs ? 1 : waitedMs < dayMs ? 1 / 7 : 1 / 60)
}

export function chanceOf(base: number, oddsFactor: number): number {
  const odds = (base / (1 - base)) * oddsFactor
  return odds / (1 + odds)
}
