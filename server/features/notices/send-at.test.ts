import { parseCalendar } from '@ensemble/engine/worktime/parse-calendar.ts'
import { describe, expect, it } from 'vitest'
import { nextMorning } from './next-morning.ts'
import { sendAt } from './send-at.ts'

const parsed = parseCalendar({
  zone: 'Europe/Paris',
  hours: { 'mon-fri': ['09:00-12:00', '13:00-17:00'] },
  holidays: ['2026-12-25'],
  absences: [{ from: '2026-12-02', to: '2026-12-03' }],
})
if (!parsed.ok) throw new Error('calendar')
const { calendar } = parsed
const at = (local: string) => Date.parse(`${local}:00+01:00`)
const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())

describe('a notice is mailed', () => {
  it.each([
    ['at once in working time', '2026-11-30T10:00', {}, '2026-11-30T10:00'],
    ['after lunch when it came at lunch', '2026-11-30T12:15', {}, '2026-11-30T13:00'],
    ['on Monday morning when it came on Saturday', '2026-11-28T15:00', {}, '2026-11-30T09:00'],
    ['on Saturday to who wants it so', '2026-11-28T15:00', { isQuiet: false }, '2026-11-28T15:00'],
    ['after an absence', '2026-12-02T10:00', {}, '2026-12-04T09:00'],
    ['after an absence also to who wants it always', '2026-12-02T10:00', { isQuiet: false }, '2026-12-04T00:00'],
    [
      'ten minutes after the mail before',
      '2026-11-30T10:00',
      { lastMailAt: at('2026-11-30T09:56') },
      '2026-11-30T10:06',
    ],
    [
      'at once all the same when its promise runs out soon',
      '2026-11-30T10:00',
      { lastMailAt: at('2026-11-30T09:56'), soonestDueAt: at('2026-11-30T10:30') },
      '2026-11-30T10:00',
    ],
  ])('%s', (_name, now, waiting, expected) => {
    const usual = { isQuiet: true, lastMailAt: null, soonestDueAt: null }
    expect(iso(sendAt(calendar, { ...usual, ...waiting }, at(now)))).toBe(iso(at(expected)))
  })
})

describe('the morning', () => {
  it.each([
    ['of the same day before work begins', '2026-11-30T07:00', '2026-11-30T09:00'],
    ['of the next day once it has begun', '2026-11-30T09:00', '2026-12-01T09:00'],
    ['of Monday, on a Friday', '2026-11-27T16:00', '2026-11-30T09:00'],
    ['after an absence', '2026-12-01T16:00', '2026-12-04T09:00'],
    ['after a holiday', '2026-12-24T16:00', '2026-12-28T09:00'],
  ])('%s', (_name, now, expected) => {
    expect(iso(nextMorning(calendar, at(now)))).toBe(iso(at(expected)))
  })
})
