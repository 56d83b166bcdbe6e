import { localTimeOf, momentOf } from '../worktime/local-time.ts'

/** When the running day, week (from Monday) and month began in a zone: epoch ms. */
export function windowStarts(zone: string, atMs: number): { day: number; week: number; month: number } {
  const { day } = localTimeOf(zone, atMs)
  // 1970-01-01 was a Thursday: day 4 is the first Monday.
  const sinceMonday = (((day - 4) % 7) + 7) % 7
  const date = new Date(day * 86_400_000)
  const firstOfMonth = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / 86_400_000
  const at = (localDay: number): number => momentOf(zone, { day: localDay, timeMs: 0 })
  return { day: at(day), week: at(day - sinceMonday), month: at(firstOfMonth) }
}
