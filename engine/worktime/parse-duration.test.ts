import { expect, test } from 'vitest'
import { parseDuration } from './parse-duration.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const readings = [
  ['4 working hours', { isWorking: true, amountMs: 4 * hour }],
  ['5 working minutes', { isWorking: true, amountMs: 5 * minute }],
  ['1.5 working hours', { isWorking: true, amountMs: 90 * minute }],
  ['1 working day', { isWorking: true, workingDays: 1 }],
  ['10 Working Days', { isWorking: true, workingDays: 10 }],
  ['30 days', { isWorking: false, amountMs: 30 * day }],
  ['2 weeks', { isWorking: false, amountMs: 14 * day }],
  [' 45 seconds ', { isWorking: false, amountMs: 45_000 }],
  ['PT1H', { isWorking: false, amountMs: hour }],
  ['PT1H30M', { isWorking: false, amountMs: 90 * minute }],
  ['PT0.5H', { isWorking: false, amountMs: 30 * minute }],
  ['P2D', { isWorking: false, amountMs: 2 * day }],
  ['P1DT12H', { isWorking: false, amountMs: 36 * hour }],
  ['P1W', { isWorking: false, amountMs: 7 * day }],
] as const

test.each(readings)('"%s" is read', (text, value) => {
  expect(parseDuration(text)).toEqual({ ok: true, value })
})

test('ISO amounts may be asked for as working time', () => {
  expect(parseDuration('PT1H', 'working')).toEqual({ ok: true, value: { isWorking: true, amountMs: hour } })
  expect(parseDuration('P2D', 'working')).toEqual({ ok: true, value: { isWorking: true, workingDays: 2 } })
  expect(parseDuration('30 days', 'working')).toEqual({ ok: true, value: { isWorking: false, amountMs: 30 * day } })
})

const refusals = [
  ['soon', 'is not a duration'],
  ['', 'is not a duration'],
  ['-4 hours', 'is not a duration'],
  ['P', 'is not a duration'],
  ['PT', 'is not a duration'],
  ['4 fortnights', 'is not a duration'],
  ['1 month', 'no fixed length'],
  ['P1M', 'no fixed length'],
  ['P1Y', 'no fixed length'],
  ['1 working week', 'no one length'],
  ['1.5 working days', 'counted whole'],
  ['99999999 days', 'more than a hundred years'],
  ['99999999 working days', 'more than a hundred years'],
] as const

test.each(refusals)('"%s" is refused with a remedy', (text, message) => {
  const parsed = parseDuration(text)
  if (parsed.ok) throw new Error('expected a refusal')
  expect(parsed.message).toContain(message)
  expect(parsed.remedy).not.toBe('')
})

test('working days and hours cannot be mixed', () => {
  expect(parseDuration('P1DT2H', 'working')).toMatchObject({
    ok: false,
    message: expect.stringContaining('cannot be mixed'),
  })
})
