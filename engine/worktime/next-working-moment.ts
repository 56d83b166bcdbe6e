import type { Calendar } from './calendar.ts'
import { spanFrom } from './spans.ts'
import { horizonMs } from './time-units.ts'
import { requireMoment, timelineOf } from './timeline.ts'

/** The moment itself when it is working time, else the next that is (epoch milliseconds); null when none comes within ten years. */
export function nextWorkingMoment(calendar: Calendar, ms: number): number | null {
  requireMoment(ms)
  const span = spanFrom(timelineOf(calendar), ms, ms + horizonMs)
  return span === null ? null : Math.max(ms, span.fromMs)
}
