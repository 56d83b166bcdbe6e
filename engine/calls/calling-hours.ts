import { type Calendar, type Weekday, weekdays } from '../worktime/calendar.ts'
import { isWorkingAt } from '../worktime/is-working-at.ts'
import { localTimeOf } from '../worktime/local-time.ts'
import { nextWorkingMoment } from '../worktime/next-working-moment.ts'
import { holidayPlaceProblem } from '../worktime/public-holidays.ts'
import { zonesOfPlace } from './zones-of-place.ts'

/** When people of a country may be called, by the clock on their wall. */
export type CallingHours = {
  /** Minutes after midnight, half-open: 480 to 1260 is from 8 to 21 o'clock. */
  fromMinute: number
  toMinute: number
  days: readonly Weekday[]
  /** Whether public holidays are kept as Sundays are. */
  keepsHolidays: boolean
}

/** Eight to twenty-one, not on Sundays and public holidays. */
export const DEFAULT_HOURS: CallingHours = {
  fromMinute: 8 * 60,
  toMinute: 21 * 60,
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
  keepsHolidays: true,
}

/** Where somebody may be: a country code with its region, or a zone that was told. */
export type Place = { country: string | null; region?: string | undefined; zone?: string | undefined }

export type MayCall =
  | { ok: true }
  | {
      ok: false
      why: 'early' | 'late' | 'day off' | 'holiday'
      opensAt: number | null
      zone: string
      localMinute: number
    }

const calendars = new Map<string, Calendar>()

function calendarFor(hours: CallingHours, zone: string, place: Place): Calendar {
  const { country, region } = place
  const code = country?.toUpperCase() ?? null
  const key = JSON.stringify([hours, zone, code, region ?? null])
  const known = calendars.get(key)
  if (known !== undefined) return known
  const block = [{ fromMinute: hours.fromMinute, toMinute: hours.toMinute }]
  const isOn = (day: Weekday) => (hours.days.includes(day) ? block : [])
  const made: Calendar = {
    zone,
    hours: {
      mon: isOn('mon'),
      tue: isOn('tue'),
      wed: isOn('wed'),
      thu: isOn('thu'),
      fri: isOn('fri'),
      sat: isOn('sat'),
      sun: isOn('sun'),
    },
    holidays: [],
    away: [],
    ...(hours.keepsHolidays && code !== null && hasHolidays(code) ? { publicHolidays: { country: code } } : {}),
  }
  calendars.set(key, made)
  return made
}

function hasHolidays(country: string): boolean {
  return holidayPlaceProblem({ country }) === null
}

/**
 * The calendars of the hours in which somebody may be called, one for each zone they may be in; `houseZone` where nothing is
 * known of them.
 */
export function callingCalendars(
  hoursOf: (country: string | null) => CallingHours,
  places: readonly Place[],
  houseZone: string,
): Calendar[] {
  const found = places.flatMap((place) => {
    const zones = place.zone === undefined ? zonesOfPlace(place.country ?? '', place.region) : [place.zone]
    return zones.map((zone) => calendarFor(hoursOf(place.country), zone, place))
  })
  if (found.length > 0) return [...new Set(found)]
  return [calendarFor(hoursOf(null), houseZone, { country: null })]
}

/** The first moment at or after `ms` at which every one of these calendars is open; null when none comes within ten years. */
export function nextOpenMoment(openIn: readonly Calendar[], ms: number): number | null {
  let at = ms
  for (let tries = 0; tries < 1_000; tries += 1) {
    const closed = openIn.find((calendar) => !isWorkingAt(calendar, at))
    if (closed === undefined) return at
    const next = nextWorkingMoment(closed, at)
    if (next === null) return null
    at = next
  }
  return null
}

function whyClosed(calendar: Calendar, ms: number): 'early' | 'late' | 'day off' | 'holiday' {
  const { day, timeMs } = localTimeOf(calendar.zone, ms)
  const weekday = weekdays[(((day + 3) % 7) + 7) % 7] ?? 'mon'
  const [block] = calendar.hours[weekday]
  if (block === undefined) return 'day off'
  const minute = timeMs / 60_000
  if (minute < block.fromMinute) return 'early'
  return minute >= block.toMinute ? 'late' : 'holiday'
}

/** Whether somebody may be called at a moment (epoch ms) by the hours of every place they may be in, and if not, why and from when. */
export function mayCallAt(openIn: readonly Calendar[], ms: number): MayCall {
  const closed = openIn.find((calendar) => !isWorkingAt(calendar, ms))
  if (closed === undefined) return { ok: true }
  return {
    ok: false,
    why: whyClosed(closed, ms),
    opensAt: nextOpenMoment(openIn, ms),
    zone: closed.zone,
    localMinute: Math.floor(localTimeOf(closed.zone, ms).timeMs / 60_000),
  }
}
