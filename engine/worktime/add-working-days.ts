import type { Calendar } from './calendar.ts'
import { localTimeOf, momentOf } from './local-time.ts'
import { spanFrom, spansFrom, type WorkSpan } from './spans.ts'
import { horizonMs } from './time-units.ts'
import { requireMoment, type Timeline, timelineOf } from './timeline.ts'

/**
 * The moment `workingDays` working days after `startMs` (epoch milliseconds): from the start, or the next working moment
 * after it, the same time by the clock on the N-th following day that has working time, moved into that day's hours.
 * Null when it does not come within ten years. Throws RangeError unless the count is a whole number, 0 or more.
 * The rule and its reasons: docs/decisions/2026-11-25-working-day.md.
 */
export function addWorkingDays(calendar: Calendar, startMs: number, workingDays: number): number | null {
  requireMoment(startMs)
  if (!Number.isSafeInteger(workingDays) || workingDays < 0) throw new RangeError(`not a count of days: ${workingDays}`)
  if (workingDays === 0) return startMs
  const timeline = timelineOf(calendar)
  const first = spanFrom(timeline, startMs, startMs + horizonMs)
  if (first === null) return null
  const begun = localTimeOf(calendar.zone, Math.max(startMs, first.fromMs))
  const day = laterDay(timeline, first, workingDays, startMs + horizonMs)
  const target = day[0]
  if (target === undefined) return null
  return moveInto(day, momentOf(calendar.zone, { day: target.localDay, timeMs: begun.timeMs }))
}

/** The spans of the `count`-th day with working time after the day of `first`; empty when the limit comes before it. */
function laterDay(timeline: Timeline, first: WorkSpan, count: number, limitMs: number): WorkSpan[] {
  const spans: WorkSpan[] = []
  let passed = 0
  let day = first.localDay
  for (const span of spansFrom(timeline, first.toMs, limitMs)) {
    if (span.localDay > day) {
      day = span.localDay
      passed += 1
    }
    if (passed > count) break
    if (passed === count && span.localDay === day) spans.push(span)
  }
  return spans
}

/** The moment itself inside working time; before or between spans the next begin; after the last its end. */
function moveInto(spans: readonly WorkSpan[], ms: number): number {
  for (const span of spans) {
    if (ms <= span.toMs) return Math.max(ms, span.fromMs)
  }
  return spans.at(-1)?.toMs ?? ms
}
