import type { Calendar } from './calendar.ts'
import { windowMs } from './time-units.ts'
import { firstWindow, lastWindow, requireMoment, type Timeline, timelineOf, windowOf } from './timeline.ts'
import { workedUntil } from './work-window.ts'

/**
 * Working milliseconds in [aMs, bMs), both epoch milliseconds; negative when b comes before a, so that spans always add up.
 * Years before 1900 and after 2200 hold no working time.
 */
export function workingTimeBetween(calendar: Calendar, aMs: number, bMs: number): number {
  requireMoment(aMs)
  requireMoment(bMs)
  if (bMs < aMs) return 0 - workingTimeBetween(calendar, bMs, aMs)
  const timeline = timelineOf(calendar)
  const first = windowNumber(aMs)
  const last = windowNumber(bMs)
  let worked = workedIn(timeline, last, bMs) - workedIn(timeline, first, aMs)
  for (let index = first; index < last; index += 1) worked += workedIn(timeline, index, Number.MAX_SAFE_INTEGER)
  return worked
}

function windowNumber(ms: number): number {
  return Math.min(Math.max(Math.floor(ms / windowMs), firstWindow), lastWindow)
}

function workedIn(timeline: Timeline, index: number, untilMs: number): number {
  const window = windowOf(timeline, index)
  return window === null ? 0 : workedUntil(window, untilMs)
}
