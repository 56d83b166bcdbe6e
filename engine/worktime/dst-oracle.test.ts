import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addWorkingTime } from './add-working-time.ts'
import { type Calendar, type Weekday, weekdays } from './calendar.ts'
import { isWorkingAt } from './is-working-at.ts'
import { nextWorkingMoment } from './next-working-moment.ts'
import { workingTimeBetween } from './working-time-between.ts'

// The oracle asks the wall clock minute by minute and knows nothing of offsets, windows or spans.

const minute = 60_000
const day = 1440 * minute
const from = Date.UTC(2026, 0, 1)
const to = Date.UTC(2028, 0, 1)

const zones = `
  Europe/Paris Europe/London Europe/Lisbon Europe/Dublin Europe/Athens Europe/Chisinau Europe/Istanbul
  America/New_York America/Chicago America/Los_Angeles America/St_Johns America/Halifax America/Havana
  America/Santiago America/Asuncion America/Sao_Paulo America/Nuuk America/Miquelon Pacific/Easter
  Atlantic/Azores Africa/Casablanca Africa/Cairo Asia/Beirut Asia/Jerusalem Asia/Kolkata Asia/Kathmandu
  Australia/Sydney Australia/Adelaide Australia/Lord_Howe Pacific/Auckland Pacific/Chatham Pacific/Norfolk
  Antarctica/Troll UTC`
  .trim()
  .split(/\s+/)

// Blocks that straddle, begin in, or end in the small hours at which clocks change, and one that never sleeps.
const weeks: Record<string, [number, number][]> = {
  office: [
    [9 * 60, 12 * 60],
    [13 * 60, 18 * 60],
  ],
  night: [
    [0, 90],
    [95, 150],
    [165, 200],
    [23 * 60, 1440],
  ],
  always: [[0, 1440]],
}

function calendarOf(
  zone: string,
  blocks: [number, number][],
  away: Calendar['away'] = [],
  holidays: string[] = [],
): Calendar {
  const day = blocks.map(([fromMinute, toMinute]) => ({ fromMinute, toMinute }))
  const hours: Record<Weekday, typeof day> = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }
  return { zone, hours, holidays, away }
}

/** The UTC days in which the zone's clock changes, found by comparing what it shows at successive UTC midnights. */
function changes(zone: string): number[] {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const shown = (ms: number) => clock.format(ms).slice(0, 5)
  const found: number[] = []
  let before = shown(from)
  for (let ms = from; ms < to; ms += day) {
    const after = shown(ms + day)
    if (after !== before) found.push(ms)
    before = after
  }
  return found
}

type Shown = { weekday: Weekday; time: number; date: string }

const shownBefore = new Map<string, Shown[]>()

/** What the wall clock shows at each minute from a moment on. */
function wallClock(zone: string, startMs: number, minutes: number): Shown[] {
  const key = `${zone} ${startMs} ${minutes}`
  const known = shownBefore.get(key)
  if (known) return known
  const shown = Array.from({ length: minutes }, (_, i) => {
    const local = Temporal.Instant.fromEpochMilliseconds(startMs + i * minute).toZonedDateTimeISO(zone)
    const weekday = weekdays[local.dayOfWeek - 1] ?? 'mon'
    return { weekday, time: local.hour * 60 + local.minute, date: local.toPlainDate().toString() }
  })
  shownBefore.set(key, shown)
  return shown
}

function isWorkMinute(calendar: Calendar, { weekday, time, date }: Shown, ms: number): boolean {
  if (!calendar.hours[weekday].some((block) => time >= block.fromMinute && time < block.toMinute)) return false
  if (calendar.holidays.includes(date)) return false
  return !calendar.away.some((absence) => ms >= absence.from && ms < absence.to)
}

/** Compares every minute of the days around a change: membership, running total, due moments, next working moment. */
function compareAround(calendar: Calendar, startMs: number, days: number): void {
  const shown = wallClock(calendar.zone, startMs, days * 1440)
  const minutes = shown.map((clock, i) => isWorkMinute(calendar, clock, startMs + i * minute))
  const worked: number[] = [0]
  for (const [i, isWork] of minutes.entries()) worked.push((worked[i] ?? 0) + (isWork ? 1 : 0))
  const workMinutes = minutes.flatMap((isWork, i) => (isWork ? [i] : []))
  const wrong: string[] = []
  for (const [i, isWork] of minutes.entries()) {
    const ms = startMs + i * minute
    if (isWorkingAt(calendar, ms) !== isWork) wrong.push(`working at ${new Date(ms).toISOString()}`)
    if (workingTimeBetween(calendar, startMs, ms) !== (worked[i] ?? 0) * minute)
      wrong.push(`worked until ${new Date(ms).toISOString()}`)
    const next = workMinutes[worked[i] ?? 0]
    if (next !== undefined && nextWorkingMoment(calendar, ms) !== startMs + next * minute)
      wrong.push(`next after ${new Date(ms).toISOString()}`)
    const amount = 1 + ((i * 37) % 300)
    const last = workMinutes[(worked[i] ?? 0) + amount - 1]
    if (last === undefined) continue
    const due = startMs + (last + 1) * minute
    if (addWorkingTime(calendar, ms, amount * minute) !== due)
      wrong.push(`${amount} minutes from ${new Date(ms).toISOString()}`)
  }
  expect(wrong.slice(0, 5), `${calendar.zone} around ${new Date(startMs).toISOString()}`).toEqual([])
}

const changesByZone = zones.map((zone) => ({ zone, days: changes(zone) }))

test('more than thirty zones are compared, most with several changes in two years', () => {
  expect(zones.length).toBeGreaterThan(30)
  expect(changesByZone.filter(({ days }) => days.length >= 4).length).toBeGreaterThan(20)
})

describe.each(changesByZone)('$zone', ({ zone, days }) => {
  test.each(Object.keys(weeks))('agrees with the wall clock minute by minute around every change, %s hours', (week) => {
    const calendar = calendarOf(zone, weeks[week] ?? [])
    for (const ms of days.length > 0 ? days : [Date.UTC(2026, 2, 28)]) compareAround(calendar, ms - day / 6, 1.5)
  })
})

test('absences and holidays on the days of a change agree with the wall clock', () => {
  for (const { zone, days } of changesByZone.filter((found) => found.days.length > 0).slice(0, 12)) {
    const ms = days[0] ?? 0
    const away = [
      { from: ms + 100 * minute, to: ms + 130 * minute },
      { from: ms + 110 * minute, to: ms + 170 * minute },
      { from: ms + 900 * minute, to: ms + 901 * minute },
    ]
    const holiday = new Date(ms + day).toISOString().slice(0, 10)
    compareAround(calendarOf(zone, weeks.night ?? [], away, [holiday]), ms - day / 6, 1.5)
  }
})
