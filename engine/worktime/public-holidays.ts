import Holidays from 'date-holidays'
import type { HolidayPlace } from './calendar.ts'
import { dayMinutes, dayMs, hourMs, minuteMs } from './time-units.ts'

/** A holiday's span of the wall clock, in minutes since 1970-01-01T00:00 of the local calendar; half-open. */
export type HolidaySpan = { readonly fromMinute: number; readonly toMinute: number; readonly name: string }

const places = new Map<string, Holidays>()
const years = new Map<string, readonly HolidaySpan[]>()

/** The public holidays of a place in one year of the common calendar; whole days, or the part of the day that is free. */
export function publicHolidays(place: HolidayPlace, year: number): readonly HolidaySpan[] {
  const key = `${place.country}-${place.region ?? ''} ${year}`
  const known = years.get(key)
  if (known) return known
  const spans = holidaysOf(place)
    .getHolidays(year)
    .filter((holiday) => holiday.type === 'public')
    .map((holiday) => toSpan(holiday.date, holiday.end.getTime() - holiday.start.getTime(), holiday.name))
  years.set(key, spans)
  return spans
}

function holidaysOf({ country, region }: HolidayPlace): Holidays {
  const key = `${country}-${region ?? ''}`
  const known = places.get(key)
  if (known) return known
  const [state = '', ...rest] = (region ?? '').split('-')
  const made = new Holidays(country, state, rest.join('-'), { types: ['public'] })
  places.set(key, made)
  return made
}

/** Days that begin at midnight are free as whole days: a span of 23 or 25 hours is a day on which the clocks change. */
function toSpan(localStart: string, lengthMs: number, name: string): HolidaySpan {
  const midnightMs = Date.parse(`${localStart.slice(0, 10)}T00:00:00Z`)
  const [hour = 0, minute = 0] = localStart.slice(11, 16).split(':').map(Number)
  const fromMinute = midnightMs / minuteMs + hour * 60 + minute
  const wholeDays = Math.max(1, Math.floor((lengthMs + hourMs) / dayMs))
  const lengthMinutes = hour === 0 && minute === 0 ? wholeDays * dayMinutes : Math.round(lengthMs / minuteMs)
  return { fromMinute, toMinute: fromMinute + lengthMinutes, name }
}

/** What is wrong with a place, or null: an unknown country or region. */
export function holidayPlaceProblem({ country, region }: HolidayPlace): 'country' | 'region' | null {
  const all = new Holidays()
  if (!(country in (all.getCountries() ?? {}))) return 'country'
  if (region === undefined) return null
  const [state = '', ...rest] = region.split('-')
  if (!(state in (all.getStates(country) ?? {}))) return 'region'
  if (rest.length > 0 && !(rest.join('-') in (all.getRegions(country, state) ?? {}))) return 'region'
  return null
}
