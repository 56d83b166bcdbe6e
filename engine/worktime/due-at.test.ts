import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { addWorkingDays } from './add-working-days.ts'
import { addWorkingTime } from './add-working-time.ts'
import type { Calendar } from './calendar.ts'
import { dueAt } from './due-at.ts'
import { nextWorkingMoment } from './next-working-moment.ts'
import { parseCalendar } from './parse-calendar.ts'
import { parseDuration } from './parse-duration.ts'
import { workingDaysBetween } from './working-days-between.ts'
import { workingTimeBetween } from './working-time-between.ts'

const hour = 3_600_000

function calendarOf(written: string): Calendar {
  const parsed = parseCalendar(parse(written))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.calendar
}

const lunch = 'zone: UTC\nhours: { mon-fri: [09:00-12:00, 13:00-18:00] }\n'
const sixDays = 'zone: UTC\nhours: { mon-fri: [09:00-12:00, 13:00-18:00], sat: 10:00-13:00 }\n'
const away = `${lunch}absences: [{ from: 2026-12-01T11:00Z, to: 2026-12-01T15:00Z }, { from: 2026-12-02, to: 2026-12-03 }]`

function due(written: string, start: string, within: string): string {
  const duration = parseDuration(within)
  if (!duration.ok) throw new Error(duration.message)
  const found = dueAt(calendarOf(written), Date.parse(start), duration.value)
  return found.ok ? new Date(found.dueMs).toISOString().replace(':00.000', '') : found.reason
}

// 2026-11-27 is a Friday.
const days = [
  ['the same time on the next day', lunch, '2026-11-26T10:30Z', '1 working day', '2026-11-27T10:30Z'],
  ['over the weekend', lunch, '2026-11-27T10:30Z', '1 working day', '2026-11-30T10:30Z'],
  [
    'begun after hours, it counts from the next opening',
    lunch,
    '2026-11-27T20:00Z',
    '1 working day',
    '2026-12-01T09:00Z',
  ],
  ['begun on a Saturday, it counts from Monday', lunch, '2026-11-28T15:00Z', '1 working day', '2026-12-01T09:00Z'],
  ['begun at lunch, it counts from the end of lunch', lunch, '2026-11-26T12:30Z', '1 working day', '2026-11-27T13:00Z'],
  [
    'begun as the day ends, it counts from the next opening',
    lunch,
    '2026-11-26T18:00Z',
    '1 working day',
    '2026-11-30T09:00Z',
  ],
  ['ten days are two weeks', lunch, '2026-11-26T17:59Z', '10 working days', '2026-12-10T17:59Z'],
  ['a shorter day ends earlier', sixDays, '2026-11-27T17:00Z', '1 working day', '2026-11-28T13:00Z'],
  ['a later day begins later', sixDays, '2026-11-27T09:15Z', '1 working day', '2026-11-28T10:00Z'],
  [
    'a day half away still counts, and its hours move the moment',
    away,
    '2026-11-30T14:00Z',
    '1 working day',
    '2026-12-01T15:00Z',
  ],
  ['days wholly away do not count', away, '2026-12-01T09:30Z', '1 working day', '2026-12-04T09:30Z'],
  ['no days are now', lunch, '2026-11-28T15:00Z', '0 working days', '2026-11-28T15:00Z'],
] as const

test.each(days)('working days: %s', (_, written, start, within, expected) => {
  expect(due(written, start, within)).toBe(expected)
})

test('the clock on the wall is kept over a change of offset', () => {
  const paris = 'zone: Europe/Paris\nhours: { mon-fri: [09:00-18:00] }'
  expect(due(paris, '2026-03-27T09:30Z', '1 working day')).toBe('2026-03-30T08:30Z')
  const always = 'zone: Europe/Paris\nhours: { mon-sun: [00:00-24:00] }'
  expect(due(always, '2026-03-28T01:30Z', '1 working day')).toBe('2026-03-29T01:30Z')
})

test('a later start is never due earlier', () => {
  for (const written of [lunch, sixDays, away]) {
    const calendar = calendarOf(written)
    let latest = 0
    for (let ms = Date.parse('2026-11-24T00:00Z'); ms < Date.parse('2026-12-08T00:00Z'); ms += hour / 6) {
      const found = addWorkingDays(calendar, ms, 2) ?? 0
      expect(found).toBeGreaterThanOrEqual(latest)
      latest = found
    }
  }
})

const others = [
  ['working hours stop over the weekend', lunch, '2026-11-27T17:00Z', '4 working hours', '2026-11-30T12:00Z'],
  ['working minutes begin at opening', lunch, '2026-11-27T03:00Z', '5 working minutes', '2026-11-27T09:05Z'],
  ['real hours do not wait', lunch, '2026-11-27T17:00Z', '4 hours', '2026-11-27T21:00Z'],
  ['a real day has 24 hours', lunch, '2026-11-27T17:00Z', '30 days', '2026-12-27T17:00Z'],
  ['a public holiday is skipped', `${lunch}holidays: FR`, '2026-12-24T17:30Z', '1 working hour', '2026-12-28T09:30Z'],
  [
    'a regional holiday is skipped',
    `${lunch}holidays: BR-SP`,
    '2026-07-08T17:30Z',
    '1 working hour',
    '2026-07-10T09:30Z',
  ],
  [
    'a holiday of a week is skipped whole',
    `${lunch}holidays: RU`,
    '2026-12-31T17:30Z',
    '1 working hour',
    '2027-01-11T09:30Z',
  ],
  [
    'half a holiday leaves the morning',
    `${lunch}holidays: IS`,
    '2026-12-24T11:30Z',
    '1 working hour',
    '2026-12-28T09:30Z',
  ],
] as const

test.each(others)('%s', (_, written, start, within, expected) => {
  expect(due(written, start, within)).toBe(expected)
})

describe('a calendar that runs out of working time', () => {
  const endless = `${lunch}absences: [{ from: 2026-12-01, to: 9999-12-31 }]`

  test.each([
    ['an endless absence', endless, '2026-12-02T10:00Z'],
    ['the year 9999', lunch, '9999-12-01T10:00Z'],
    ['the year 1066', lunch, '1066-10-14T10:00Z'],
  ])('is never due in %s, and says so', (_, written, start) => {
    const calendar = calendarOf(written)
    expect(addWorkingTime(calendar, Date.parse(start), hour)).toBeNull()
    expect(addWorkingDays(calendar, Date.parse(start), 1)).toBeNull()
    expect(nextWorkingMoment(calendar, Date.parse(start))).toBeNull()
    expect(dueAt(calendar, Date.parse(start), { isWorking: true, amountMs: hour })).toMatchObject({
      ok: false,
      reason: 'noWorkingTime',
    })
  })

  test('still has the time before it', () => {
    expect(
      workingTimeBetween(calendarOf(endless), Date.parse('2026-11-30T00:00Z'), Date.parse('9999-01-01T00:00Z')),
    ).toBe(8 * hour)
  })

  test('is not due when it takes more than ten years', () => {
    const rare = calendarOf('zone: UTC\nhours: { mon: [09:00-10:00] }')
    expect(addWorkingTime(rare, Date.parse('2026-01-01T00:00Z'), 520 * hour)).not.toBeNull()
    expect(addWorkingTime(rare, Date.parse('2026-01-01T00:00Z'), 530 * hour)).toBeNull()
  })

  test('refuses what is no moment or amount', () => {
    const calendar = calendarOf(lunch)
    expect(() => addWorkingTime(calendar, Number.NaN, 1)).toThrow(RangeError)
    expect(() => addWorkingTime(calendar, 0, -1)).toThrow(RangeError)
    expect(() => addWorkingDays(calendar, 0, 1.5)).toThrow(RangeError)
  })
})

const counts = [
  ['a week holds five', lunch, '2026-11-23T00:00Z', '2026-11-30T00:00Z', 5],
  ['the first day counts and the last does not', lunch, '2026-11-23T23:59Z', '2026-11-24T00:00Z', 1],
  ['within a day there is none', lunch, '2026-11-23T00:00Z', '2026-11-23T23:59Z', 0],
  ['backwards they are negative', lunch, '2026-11-30T00:00Z', '2026-11-23T00:00Z', -5],
  ['days wholly away do not count, half days do', away, '2026-11-30T00:00Z', '2026-12-07T00:00Z', 3],
  ['a year of France has 252', `${lunch}holidays: FR`, '2026-01-01T00:00Z', '2027-01-01T00:00Z', 252],
] as const

test.each(counts)('working days between: %s', (_, written, a, b, expected) => {
  expect(workingDaysBetween(calendarOf(written), Date.parse(a), Date.parse(b))).toBe(expected)
})
