import { momentOf } from '../worktime/local-time.ts'
import type { Month } from './past-forecast.ts'

const DAY_MS = 86_400_000

function beginningOf(zone: string, month: string): number {
  return momentOf(zone, { day: Math.round(Date.parse(`${month}-01T00:00:00Z`) / DAY_MS), timeMs: 0 })
}

/** The month some months after (or before, when negative) a month such as `2026-11`. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const count = year * 12 + (number - 1) + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** A month of a zone as half-open moments. */
export function monthIn(zone: string, month: string): Month {
  return { month, fromMs: beginningOf(zone, month), toMs: beginningOf(zone, monthAfter(month, 1)) }
}
