import { expect, test } from 'vitest'
import { addWorkingTime } from './add-working-time.ts'
import type { Block, Calendar } from './calendar.ts'
import { workingTimeBetween } from './working-time-between.ts'

const hour = 3_600_000
const office: Block[] = [{ fromMinute: 540, toMinute: 1020 }]
const lunch: Block[] = [
  { fromMinute: 540, toMinute: 720 },
  { fromMinute: 780, toMinute: 1020 },
]

function weekdaysOf(blocks: Block[], zone = 'UTC'): Calendar {
  const hours = { mon: blocks, tue: blocks, wed: blocks, thu: blocks, fri: blocks, sat: [], sun: [] }
  return { zone, hours, holidays: [], away: [] }
}

// 2026-11-28 is a Saturday.
const cases = [
  ['Saturday 15:00 is due Monday 10:00', '2026-11-28T15:00Z', 1, '2026-11-30T10:00Z'],
  ['Saturday 20:00 is due Monday 10:00', '2026-11-28T20:00Z', 1, '2026-11-30T10:00Z'],
  ['Sunday 16:30 is due Monday 10:00', '2026-11-29T16:30Z', 1, '2026-11-30T10:00Z'],
  ['Friday 16:30 is due Monday 09:30', '2026-11-27T16:30Z', 1, '2026-11-30T09:30Z'],
  ['an hour used up at the end of the day is due at that end', '2026-11-27T16:00Z', 1, '2026-11-27T17:00Z'],
  ['before opening the hour begins at opening', '2026-11-30T03:00Z', 1, '2026-11-30T10:00Z'],
  ['nothing is due at once, also at night', '2026-11-28T15:00Z', 0, '2026-11-28T15:00Z'],
  ['forty hours are a week', '2026-11-23T09:00Z', 40, '2026-11-27T17:00Z'],
] as const

test.each(cases)('Mon-Fri 09-17: %s', (_, start, hours, due) => {
  expect(addWorkingTime(weekdaysOf(office), Date.parse(start), hours * hour)).toBe(Date.parse(due))
})

test('a lunch break leaves seven hours, not four', () => {
  const day = workingTimeBetween(weekdaysOf(lunch), Date.parse('2026-11-30T00:00Z'), Date.parse('2026-12-01T00:00Z'))
  expect(day).toBe(7 * hour)
})
