import type { Calendar } from './calendar.ts'
import { firstWindow, lastWindow, requireMoment, timelineOf, windowOf } from './timeline.ts'
import { knownFromMs, knownToMs } from './time-units.ts'
import { windowMs, workedUntil } from './work-window.ts'

/**
 * Working milliseconds in [aMs, bMs), both epoch milliseconds; negative when b comes before a, so that spans always add up.
 * Years before 1900 and after 2199 hold no working time.
 */
export function workingTimeBetween(calendar: Calendar, aMs: number, bMs: number): number {
  requireMoment(aMs)
  requireMoment(bMs)
  if (bMs < aMs) return -workingTimeBetween(calendar, bMs, aMs)
  const fromMs = Math.min(Math.max(aMs, knownFromMs), knownToMs - 1)
  const toMs = Math.min(Math.max(bMs, knownFromMs), knownToMs - 1)
  const timeline = timelineOf(calendar)
  const first = Math.min(Math.max(Math.floor(fromMs / windowMs), firstWindow), lastWindow)
  const last = Math.min(Math.max(Math.floor(toMs / windowMs), firstWindow), lastWindow)
  const firstFound = windowOf(timeline, first)
  if (firstFound === null) return 0
  let worked = -workedUntil(firstFound, fromMs)
  for (let index = first; index < last; index += 1) {
    const window = windowOf(timeline, index)
    if (window) worked += window.before[window.count] ?? 0
  }
  const lastFound = windowOf(timeline, last)
  return lastFound === null ? worked : worked + workedUntil(lastFound, toMs)
}
