import type { Absence, Calendar } from './calendar.ts'
import { joinAbsences } from './free-time.ts'
import { windowMs } from './time-units.ts'
import { buildWindow, type WorkWindow } from './work-window.ts'

/** A calendar's working time, worked out window by window as it is asked for. */
export type Timeline = {
  readonly calendar: Calendar
  readonly away: readonly Absence[]
  readonly windows: Map<number, WorkWindow>
  latest: WorkWindow | null
}

// Before 1900 and after 2199 zone rules and holidays say nothing useful: no working time is known there.
export const firstWindow = Math.floor(Date.UTC(1900, 0, 1) / windowMs)
export const lastWindow = Math.floor(Date.UTC(2200, 0, 1) / windowMs)

const timelines = new WeakMap<Calendar, Timeline>()

/** The timeline of a calendar, made once per calendar object. */
export function timelineOf(calendar: Calendar): Timeline {
  const known = timelines.get(calendar)
  if (known) return known
  const made: Timeline = { calendar, away: joinAbsences(calendar.away), windows: new Map(), latest: null }
  timelines.set(calendar, made)
  return made
}

/** The window with the given number, or null outside the years of which anything is known. */
export function windowOf(timeline: Timeline, index: number): WorkWindow | null {
  const latest = timeline.latest
  if (latest !== null && latest.index === index) return latest
  if (!(index >= firstWindow && index <= lastWindow)) return null
  let found = timeline.windows.get(index)
  if (!found) {
    found = buildWindow(timeline.calendar, timeline.away, index)
    timeline.windows.set(index, found)
  }
  timeline.latest = found
  return found
}

/** Throws RangeError unless every moment is a finite number of epoch milliseconds. */
export function requireMoment(ms: number): void {
  if (!Number.isFinite(ms)) throw new RangeError(`not a moment: ${ms}`)
}
