// Operations per second of working-time arithmetic, beside stepping minute by minute through the wall clock.
// Run: node bench/worktime.ts
import { Temporal } from 'temporal-polyfill'
import { addWorkingDays } from '../engine/worktime/add-working-days.ts'
import { addWorkingTime } from '../engine/worktime/add-working-time.ts'
import { type Block, type Calendar, weekdays } from '../engine/worktime/calendar.ts'
import { workingTimeBetween } from '../engine/worktime/working-time-between.ts'

const minute = 60_000
const hour = 60 * minute
const blocks: Block[] = [
  { fromMinute: 540, toMinute: 720 },
  { fromMinute: 780, toMinute: 1080 },
]

function calendarOf(person: number): Calendar {
  const hours = { mon: blocks, tue: blocks, wed: blocks, thu: blocks, fri: blocks, sat: [], sun: [] }
  const from = Date.UTC(2026, person % 12, 10)
  const away = [{ from, to: from + 14 * 24 * hour }]
  return { zone: 'America/Sao_Paulo', hours, holidays: [], publicHolidays: { country: 'BR', region: 'SP' }, away }
}

function naiveAdd(calendar: Calendar, startMs: number, durationMs: number): number {
  let ms = startMs
  for (let left = durationMs; left > 0; ms += minute) {
    const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(calendar.zone)
    const time = local.hour * 60 + local.minute
    const today = calendar.hours[weekdays[local.dayOfWeek - 1] ?? 'mon']
    if (today.some((block) => time >= block.fromMinute && time < block.toMinute)) left -= minute
  }
  return ms
}

function rate(count: number, run: (i: number) => number): number {
  let sum = 0
  const begun = performance.now()
  for (let i = 0; i < count; i += 1) sum += run(i)
  const seconds = (performance.now() - begun) / 1000
  if (!Number.isFinite(sum)) throw new Error('a moment was not found')
  return count / seconds
}

const year = Date.UTC(2026, 0, 1)
const startOf = (i: number) => year + ((i * 7_919_000) % (365 * 24 * hour))
const calendar = calendarOf(0)
const team = Array.from({ length: 200 }, (_, person) => calendarOf(person))
const pick = (i: number) => team[i % team.length] ?? calendar

const cases: [string, number, (i: number) => number, number, (i: number) => number][] = [
  [
    'due in 1 working hour',
    2_000_000,
    (i) => addWorkingTime(calendar, startOf(i), hour) ?? Number.NaN,
    100,
    (i) => naiveAdd(calendar, startOf(i), hour),
  ],
  [
    'due in 40 working hours',
    2_000_000,
    (i) => addWorkingTime(calendar, startOf(i), 40 * hour) ?? Number.NaN,
    10,
    (i) => naiveAdd(calendar, startOf(i), 40 * hour),
  ],
  [
    'due in 2,000 working hours',
    1_000_000,
    (i) => addWorkingTime(calendar, startOf(i), 2000 * hour) ?? Number.NaN,
    1,
    (i) => naiveAdd(calendar, startOf(i), 2000 * hour),
  ],
]

for (const [name, count, fast, naiveCount, naive] of cases) {
  rate(1000, fast)
  const ours = rate(count, fast)
  const theirs = rate(naiveCount, naive)
  console.log(
    `${name}: ${Math.round(ours)}/s; minute by minute (Temporal) ${theirs.toFixed(1)}/s; ratio ${Math.round(ours / theirs)}`,
  )
}

const between = rate(2_000_000, (i) => workingTimeBetween(calendar, startOf(i), startOf(i) + 72 * hour))
console.log(`working time of 3 days: ${Math.round(between)}/s`)

const days = rate(500_000, (i) => addWorkingDays(calendar, startOf(i), 10) ?? Number.NaN)
console.log(`due in 10 working days: ${Math.round(days)}/s`)

const begun = performance.now()
rate(500_000, (i) => addWorkingTime(pick(i), startOf(i), 4 * hour) ?? Number.NaN)
console.log(`500,000 clocks of 200 people, tables included: ${Math.round(performance.now() - begun)} ms`)

const made = rate(2000, (i) => addWorkingTime(calendarOf(i), startOf(i), hour) ?? Number.NaN)
console.log(`a calendar never seen before, table included: ${Math.round(made)}/s`)
