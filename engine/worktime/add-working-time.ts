import type { Calendar } from './calendar.ts'
import { horizonMs, windowMs } from './time-units.ts'
import { requireMoment, timelineOf, windowOf } from './timeline.ts'
import { type WorkWindow, workedUntil } from './work-window.ts'

/**
 * The earliest moment by which `durationMs` of working time have passed since `startMs` (epoch milliseconds, in and out).
 * An amount used up exactly at the end of a block is due at that end; an amount of zero is due at once.
 * Null when that moment does not come within ten years. Throws RangeError on a negative or infinite amount.
 */
export function addWorkingTime(calendar: Calendar, startMs: number, durationMs: number): number | null {
  requireMoment(startMs)
  if (!(durationMs >= 0 && durationMs < Number.POSITIVE_INFINITY)) throw new RangeError(`not an amount: ${durationMs}`)
  if (durationMs === 0) return startMs
  const timeline = timelineOf(calendar)
  const limitMs = startMs + horizonMs
  let index = Math.floor(startMs / windowMs)
  let window = windowOf(timeline, index)
  if (window === null) return null
  let worked = workedUntil(window, startMs) + durationMs
  while (worked > (window.before[window.count] ?? 0)) {
    worked -= window.before[window.count] ?? 0
    index += 1
    window = index * windowMs < limitMs ? windowOf(timeline, index) : null
    if (window === null) return null
  }
  const dueMs = momentWorked(window, worked)
  return dueMs <= limitMs ? dueMs : null
}

/** The earliest moment at which the window has seen `worked` milliseconds of work, 0 < worked <= its total. */
function momentWorked(window: WorkWindow, worked: number): number {
  let low = 0
  let high = window.count - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((window.before[middle + 1] ?? 0) >= worked) high = middle
    else low = middle + 1
  }
  return (window.starts[low] ?? 0) + worked - (window.before[low] ?? 0)
}
