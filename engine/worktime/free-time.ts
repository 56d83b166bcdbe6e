import type { Absence, Calendar } from './calendar.ts'
import { type HolidaySpan, publicHolidays } from './public-holidays.ts'
import { dayMinutes, dayMs, minuteMs } from './time-units.ts'

/** Free spans of the local wall clock that touch each local day (days since 1970-01-01). */
export type HolidaysByDay = ReadonlyMap<number, readonly HolidaySpan[]>

/** The holidays, own and public, of the local days from `fromDay` to `toDay`, both included. */
export function holidaysByDay(calendar: Calendar, fromDay: number, toDay: number): HolidaysByDay {
  const byDay = new Map<number, HolidaySpan[]>()
  for (const span of holidaySpans(calendar, fromDay, toDay)) {
    const first = Math.max(fromDay, Math.floor(span.fromMinute / dayMinutes))
    const last = Math.min(toDay, Math.ceil(span.toMinute / dayMinutes) - 1)
    for (let day = first; day <= last; day += 1) {
      const spans = byDay.get(day)
      if (spans) spans.push(span)
      else byDay.set(day, [span])
    }
  }
  return byDay
}

function holidaySpans(calendar: Calendar, fromDay: number, toDay: number): HolidaySpan[] {
  const spans = calendar.holidays.map((date) => {
    const fromMinute = Date.parse(`${date}T00:00:00Z`) / minuteMs
    return { fromMinute, toMinute: fromMinute + dayMinutes, name: date }
  })
  if (!calendar.publicHolidays) return spans
  const firstYear = new Date(fromDay * dayMs).getUTCFullYear()
  const lastYear = new Date(toDay * dayMs).getUTCFullYear()
  // A holiday of several days may begin in the year before.
  for (let year = firstYear - 1; year <= lastYear; year += 1) {
    spans.push(...publicHolidays(calendar.publicHolidays, year))
  }
  return spans
}

/** Absences in order of time, overlapping ones joined. */
export function joinAbsences(away: readonly Absence[]): Absence[] {
  const joined: Absence[] = []
  for (const span of [...away].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && span.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else if (span.to > span.from) joined.push(span)
  }
  return joined
}
