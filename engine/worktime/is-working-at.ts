import type { Calendar } from './calendar.ts'
import { windowMs } from './time-units.ts'
import { requireMoment, timelineOf, windowOf } from './timeline.ts'
import { spanAfter } from './work-window.ts'

/** Whether a moment (epoch milliseconds) is working time. A block's first moment is, its last is not. */
export function isWorkingAt(calendar: Calendar, ms: number): boolean {
  requireMoment(ms)
  const window = windowOf(timelineOf(calendar), Math.floor(ms / windowMs))
  if (window === null) return false
  const i = spanAfter(window, ms)
  return i < window.count && (window.starts[i] ?? 0) <= ms
}
