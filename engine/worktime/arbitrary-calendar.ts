import fc from 'fast-check'
import type { Block, Calendar } from './calendar.ts'

// For tests only: any calendar with at least eight hours on Wednesdays, in zones of many kinds.

const from = Date.UTC(2025, 0, 1)
const to = Date.UTC(2028, 0, 1)
const hour = 3_600_000

const zones = [
  'UTC',
  'Europe/Paris',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Pacific/Apia',
]

const blocks = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 6 }).map((ends): Block[] => {
  const sorted = [...ends].sort((a, b) => a - b)
  return sorted.flatMap((fromMinute, i) => {
    const toMinute = sorted[i + 1]
    return i % 2 === 0 && toMinute !== undefined ? [{ fromMinute, toMinute }] : []
  })
})

/** Any moment of the three years. */
export const moment = fc.integer({ min: from, max: to })
const absence = fc
  .tuple(moment, fc.integer({ min: 1, max: 400 * hour }))
  .map(([start, length]) => ({ from: start, to: start + length }))

export const calendar: fc.Arbitrary<Calendar> = fc
  .record({
    zone: fc.constantFrom(...zones),
    hours: fc.record({ mon: blocks, tue: blocks, wed: blocks, thu: blocks, fri: blocks, sat: blocks, sun: blocks }),
    holidays: fc.array(
      moment.map((ms) => new Date(ms).toISOString().slice(0, 10)),
      { maxLength: 5 },
    ),
    away: fc.array(absence, { maxLength: 5 }),
  })
  .map((made) => ({ ...made, hours: { ...made.hours, wed: [{ fromMinute: 540, toMinute: 1020 }] } }))
