import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addWorkingTime } from './add-working-time.ts'
import { calendar, moment } from './arbitrary-calendar.ts'
import { isWorkingAt } from './is-working-at.ts'
import { nextWorkingMoment } from './next-working-moment.ts'
import { workingDaysBetween } from './working-days-between.ts'
import { workingTimeBetween } from './working-time-between.ts'

const hour = 3_600_000

const amount = fc.integer({ min: 0, max: 800 * hour })

test('the time worked until the due moment is the amount asked for, and not a moment earlier', () => {
  fc.assert(
    fc.property(calendar, moment, amount, (made, start, asked) => {
      const due = addWorkingTime(made, start, asked)
      if (due === null) throw new Error('a Wednesday a week suffices')
      expect(workingTimeBetween(made, start, due)).toBe(asked)
      if (asked > 0) expect(workingTimeBetween(made, start, due - 1)).toBe(asked - 1)
    }),
    { numRuns: 400 },
  )
})

test('a later start or a greater amount is never due earlier', () => {
  fc.assert(
    fc.property(calendar, moment, amount, fc.nat(200 * hour), fc.nat(200 * hour), (made, start, asked, later, more) => {
      const due = addWorkingTime(made, start, asked) ?? 0
      expect(addWorkingTime(made, start + later, asked)).toBeGreaterThanOrEqual(due)
      expect(addWorkingTime(made, start, asked + more)).toBeGreaterThanOrEqual(due)
    }),
    { numRuns: 400 },
  )
})

test('a span split anywhere adds up, in time and in days', () => {
  fc.assert(
    fc.property(calendar, moment, moment, moment, (made, a, b, c) => {
      expect(workingTimeBetween(made, a, b) + workingTimeBetween(made, b, c)).toBe(workingTimeBetween(made, a, c))
      expect(workingDaysBetween(made, a, b) + workingDaysBetween(made, b, c)).toBe(workingDaysBetween(made, a, c))
    }),
    { numRuns: 400 },
  )
})

test('two amounts one after the other are due with their sum', () => {
  fc.assert(
    fc.property(calendar, moment, amount, amount, (made, start, first, second) => {
      const middle = addWorkingTime(made, start, first) ?? 0
      expect(addWorkingTime(made, middle, second)).toBe(addWorkingTime(made, start, first + second))
    }),
    { numRuns: 400 },
  )
})

test('the next working moment is one, and there is none before it', () => {
  fc.assert(
    fc.property(calendar, moment, (made, ms) => {
      const next = nextWorkingMoment(made, ms) ?? 0
      expect(isWorkingAt(made, next)).toBe(true)
      expect(workingTimeBetween(made, ms, next)).toBe(0)
    }),
    { numRuns: 400 },
  )
})
