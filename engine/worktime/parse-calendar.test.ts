import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseCalendar } from './parse-calendar.ts'
import { formatPath } from './problem.ts'

const office = 'zone: Europe/Paris\nhours: { mon-fri: [09:00-17:00] }\n'

test('a calendar is read from its written form', () => {
  const written =
    'zone: America/Sao_Paulo\nhours: { mon-fri: [09:00-12:00, 13:00-18:00], sat: 09:00-12:00 }\nholidays: BR-SP'
  const parsed = parseCalendar(parse(written))
  const week = [
    { fromMinute: 540, toMinute: 720 },
    { fromMinute: 780, toMinute: 1080 },
  ]
  expect(parsed).toEqual({
    ok: true,
    calendar: {
      zone: 'America/Sao_Paulo',
      hours: { mon: week, tue: week, wed: week, thu: week, fri: week, sat: [week[0]], sun: [] },
      holidays: [],
      publicHolidays: { country: 'BR', region: 'SP' },
      away: [],
    },
  })
})

const places = [
  ['a country', 'FR', { country: 'FR' }],
  ['a region in small letters', 'br-sp', { country: 'BR', region: 'SP' }],
  ['fields', '{ country: DE, region: BY }', { country: 'DE', region: 'BY' }],
  ['a part of a region', 'DE-BY-A', { country: 'DE', region: 'BY-A' }],
  ['a place among dates', '[2026-12-24, CH-ZH]', { country: 'CH', region: 'ZH' }],
  ['dates alone', '[2026-12-24]', undefined],
] as const

test.each(places)('holidays may be given as %s', (_, holidays, place) => {
  const parsed = parseCalendar(parse(`${office}holidays: ${holidays}`))
  expect(parsed.ok && parsed.calendar.publicHolidays).toEqual(place)
})

test('absences are whole days with the last included, or moments on the wall clock or with an offset', () => {
  const absences = [
    '{ from: 2026-12-24, to: 2026-12-24 }',
    '{ from: 2026-07-01T14:00, to: 2026-07-01T18:00 }',
    '{ from: 2026-07-01T14:00Z, to: "2026-07-01 18:00+02:00" }',
  ]
  const parsed = parseCalendar(parse(`${office}absences: [${absences.join(', ')}]`))
  expect(parsed.ok && parsed.calendar.away).toEqual([
    { from: Date.parse('2026-12-23T23:00Z'), to: Date.parse('2026-12-24T23:00Z') },
    { from: Date.parse('2026-07-01T12:00Z'), to: Date.parse('2026-07-01T16:00Z') },
    { from: Date.parse('2026-07-01T14:00Z'), to: Date.parse('2026-07-01T16:00Z') },
  ])
})

const refusals = [
  ['no fields', 'just words', '', 'a set of fields'],
  ['an unknown field', `${office}holiday: FR`, 'holiday', 'unknown field'],
  ['a missing zone', 'hours: { mon: [09:00-17:00] }', 'zone', 'missing'],
  ['an unknown zone', 'zone: Europe/Pari\nhours: { mon: [09:00-17:00] }', 'zone', 'Europe/Pari'],
  ['missing hours', 'zone: UTC', 'hours', 'missing'],
  ['hours that are no week', 'zone: UTC\nhours: [09:00-17:00]', 'hours', 'day by day'],
  ['a day that does not exist', 'zone: UTC\nhours: { lundi: [09:00-17:00] }', 'hours.lundi', 'no day of the week'],
  [
    'a day given twice',
    'zone: UTC\nhours: { mon-fri: [09:00-17:00], mon: [09:00-12:00] }',
    'hours.mon',
    'mon is given twice',
  ],
  ['no working time', 'zone: UTC\nhours: { mon: [], tue: [] }', 'hours', 'no working time at all'],
  [
    'overlapping blocks',
    'zone: UTC\nhours: { mon: [09:00-12:00, 11:59-13:00] }',
    'hours.mon[1]',
    'overlaps 09:00-12:00',
  ],
  ['a block over midnight', 'zone: UTC\nhours: { mon: [22:00-06:00] }', 'hours.mon[0]', 'ends before it begins'],
  ['an empty block', 'zone: UTC\nhours: { mon: [09:00-09:00] }', 'hours.mon[0]', 'is empty'],
  ['a time past midnight', 'zone: UTC\nhours: { mon: [09:00-24:01] }', 'hours.mon[0]', 'no clock shows'],
  ['a block that is a number', 'zone: UTC\nhours: { mon: [9] }', 'hours.mon[0]', 'no block of time'],
  ['an unknown country', `${office}holidays: XX`, 'holidays', 'country "XX"'],
  ['an unknown region', `${office}holidays: BR-ZZ`, 'holidays', 'no region "ZZ"'],
  ['a date that does not exist', `${office}holidays: [2026-02-30]`, 'holidays[0]', 'no date'],
  ['a second country', `${office}holidays: [BR, FR]`, 'holidays[1]', 'second country'],
  ['absences that are no list', `${office}absences: 2026-12-24`, 'absences', 'a list'],
  ['an absence without end', `${office}absences: [{ from: 2026-12-24 }]`, 'absences[0].to', 'missing'],
  [
    'an absence that ends first',
    `${office}absences: [{ from: 2026-12-24, to: 2026-12-20 }]`,
    'absences[0]',
    'before it begins',
  ],
] as const

test.each(refusals)('%s is refused with its place and a remedy', (_, written, path, message) => {
  const parsed = parseCalendar(parse(written))
  if (parsed.ok) throw new Error('expected a refusal')
  expect(parsed.problems).toHaveLength(1)
  const [problem] = parsed.problems
  expect(formatPath(problem?.path ?? [])).toBe(path)
  expect(problem?.message).toContain(message)
  expect(problem?.remedy).not.toBe('')
})

test('every problem is reported at once', () => {
  const parsed = parseCalendar({ zone: 'Mars/Olympus', hours: { mon: ['9', '12:00-10:00'] }, holidays: 'XX' })
  expect(!parsed.ok && parsed.problems.map(({ path }) => formatPath(path))).toEqual([
    'zone',
    'hours.mon[0]',
    'hours.mon[1]',
    'holidays',
  ])
})

test('the day may end at 24:00 and a range may pass Sunday', () => {
  const parsed = parseCalendar(parse('zone: UTC\nhours: { fri-mon: [18:00-24:00] }'))
  const evening = [{ fromMinute: 1080, toMinute: 1440 }]
  expect(parsed.ok && parsed.calendar.hours).toEqual({
    mon: evening,
    tue: [],
    wed: [],
    thu: [],
    fri: evening,
    sat: evening,
    sun: evening,
  })
})
