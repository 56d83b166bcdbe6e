import type { Calendar } from './calendar.ts'
import { localTimeOf, momentOf } from './local-time.ts'
import { spansFrom } from './spans.ts'
import { requireMoment, timelineOf } from './timeline.ts'

/**
 * Days with working time among the local dates from that of `aMs` (counted) to that of `bMs` (not counted), so that
 * spans add up; negative when b comes before a. Moments are epoch milliseconds.
 */
export function workingDaysBetween(calendar: Calendar, aMs: number, bMs: number): number {
  requireMoment(aMs)
  requireMoment(bMs)
  if (bMs < aMs) return 0 - workingDaysBetween(calendar, bMs, aMs)
  const timeline = timelineOf(calendar)
  const from = localTimeOf(calendar.zone, aMs).day
  const to = localTimeOf(calendar.zone, bMs).day
  let count = 0
  let latest = from - 1
  for (const span of spansFrom(timeline, momentOf(calendar.zone, { day: from, timeMs: 0 }), bMs)) {
    if (span.localDay >= to) break
    if (span.localDay > latest) {
      latest = span.localDay
      count += 1
    }
  }
  return count
}
