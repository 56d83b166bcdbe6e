import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { addWorkingDays } from './add-working-days.ts'
import { addWorkingTime } from './add-working-time.ts'
import { calendar, moment } from './arbitrary-calendar.ts'
import type { Calendar } from './calendar.ts'
import { isWorkingAt } from './is-working-at.ts'
import { nextWorkingMoment } from './next-working-moment.ts'
import { workingDaysBetween } from './working-days-between.ts'
import { workingTimeBetween } from './working-time-between.ts'

// The oracle walks from date to date with Temporal, as the decision of 2026-11-25 says in words.

function localOf(made: Calendar, ms: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(made.zone)
}

function workedOn(made: Calendar, date: Temporal.PlainDate): { startMs: number; worked: number } {
  const startMs = date.toZonedDateTime(made.zone).epochMilliseconds
  const endMs = date.add({ days: 1 }).toZonedDateTime(made.zone).epochMilliseconds
  return { startMs, worked: workingTimeBetween(made, startMs, endMs) }
}

function oracle(made: Calendar, startMs: number, days: number): number {
  const begun = localOf(made, nextWorkingMoment(made, startMs) ?? 0)
  let date = begun.toPlainDate()
  for (let left = days; left > 0; ) {
    date = date.add({ days: 1 })
    if (workedOn(made, date).worked > 0) left -= 1
  }
  const day = workedOn(made, date)
  const endMs = addWorkingTime(made, day.startMs, day.worked) ?? 0
  const wished = date.toZonedDateTime({ timeZone: made.zone, plainTime: begun.toPlainTime() }).epochMilliseconds
  if (wished >= endMs) return endMs
  return isWorkingAt(made, wished - 1) ? wished : (nextWorkingMoment(made, wished) ?? 0)
}

test('working days are added as the decision says, in every zone', () => {
  fc.assert(
    fc.property(calendar, moment, fc.integer({ min: 1, max: 12 }), (made, startMs, days) => {
      expect(addWorkingDays(made, startMs, days)).toBe(oracle(made, startMs, days))
    }),
    { numRuns: 500 },
  )
})

test('a later start, or one day more, is never due earlier', () => {
  fc.assert(
    fc.property(calendar, moment, fc.nat(100 * 3_600_000), fc.nat(5), (made, startMs, laterMs, days) => {
      const due = addWorkingDays(made, startMs, days) ?? 0
      expect(addWorkingDays(made, startMs + laterMs, days)).toBeGreaterThanOrEqual(due)
      expect(addWorkingDays(made, startMs, days + 1)).toBeGreaterThanOrEqual(due)
    }),
    { numRuns: 500 },
  )
})

test('working days between are the dates with working time, the first counted and the last not', () => {
  fc.assert(
    fc.property(calendar, moment, fc.nat(40 * 24 * 3_600_000), (made, startMs, lengthMs) => {
      const last = localOf(made, startMs + lengthMs).toPlainDate()
      let count = 0
      for (let date = localOf(made, startMs).toPlainDate(); Temporal.PlainDate.compare(date, last) < 0; ) {
        if (workedOn(made, date).worked > 0) count += 1
        date = date.add({ days: 1 })
      }
      expect(workingDaysBetween(made, startMs, startMs + lengthMs)).toBe(count)
    }),
    { numRuns: 300 },
  )
})
