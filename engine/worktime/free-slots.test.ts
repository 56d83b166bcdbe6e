import { describe, expect, it } from 'vitest'
import type { Calendar } from './calendar.ts'
import { freeSlots, type SlotRules, type Span } from './free-slots.ts'
import { parseCalendar } from './parse-calendar.ts'
import { workingTimeBetween } from './working-time-between.ts'

function calendar(written: object): Calendar {
  const parsed = parseCalendar(written)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.calendar
}

const paris = calendar({ zone: 'Europe/Paris', hours: { 'mon-fri': ['09:00-12:00', '14:00-18:00'] } })
const rules: SlotRules = { minutes: 30, bufferBefore: 0, bufferAfter: 0, stepMinutes: 30, dayLimit: null }
const at = (text: string): number => Date.parse(text)
const busy = (from: string, to: string): Span => ({ fromMs: at(from), toMs: at(to) })

function ask(more: {
  rules?: Partial<SlotRules>
  busy?: Span[]
  day?: string
  calendar?: Calendar
  taken?: [number, number][]
}) {
  const day = more.day ?? '2026-06-01'
  return freeSlots({
    calendar: more.calendar ?? paris,
    rules: { ...rules, ...more.rules },
    fromMs: at(`${day}T00:00:00Z`),
    untilMs: at(`${day}T23:59:00Z`),
    busy: more.busy ?? [],
    taken: new Map(more.taken ?? []),
  }).map((ms) => new Date(ms).toISOString().slice(11, 16))
}

const MORNING = ['07:00', '07:30', '08:00', '08:30', '09:00', '09:30']
const AFTERNOON = ['12:00', '12:30', '13:00', '13:30', '14:00', '14:30', '15:00', '15:30']

describe('free slots', () => {
  it.each([
    ['fill working time and stop before the break', {}, [...MORNING, ...AFTERNOON]],
    [
      'do not begin what would not end within the block',
      { rules: { minutes: 180, stepMinutes: 60 } },
      ['07:00', '12:00', '13:00'],
    ],
    [
      'leave out what a meeting takes',
      { busy: [busy('2026-06-01T07:15:00Z', '2026-06-01T09:30:00Z')] },
      ['09:30', ...AFTERNOON],
    ],
    [
      'keep their buffers free of what is taken',
      { rules: { bufferBefore: 15, bufferAfter: 15 }, busy: [busy('2026-06-01T08:00:00Z', '2026-06-01T08:30:00Z')] },
      ['07:00', '09:00', '09:30', ...AFTERNOON],
    ],
    [
      'let buffers reach into the break',
      { rules: { bufferAfter: 60, minutes: 60, stepMinutes: 60 } },
      ['07:00', '08:00', '09:00', '12:00', '13:00', '14:00', '15:00'],
    ],
    ['are none on a day that is full', { rules: { dayLimit: 2 }, taken: [[20605, 2]] as [number, number][] }, []],
    [
      'are none on a public holiday',
      { day: '2026-07-14', calendar: { ...paris, publicHolidays: { country: 'FR' } } },
      [],
    ],
    ['are none at a weekend', { day: '2026-06-06' }, []],
  ])('%s', (_name, more, expected) => {
    expect(ask(more)).toEqual(expected)
  })

  it('follow the wall clock over a change of the clocks', () => {
    const early = calendar({ zone: 'Europe/Paris', hours: { 'mon-sun': ['01:00-05:00'] } })
    const slots = freeSlots({
      calendar: early,
      rules: { ...rules, minutes: 60, stepMinutes: 60 },
      fromMs: at('2026-03-29T00:00:00Z'),
      untilMs: at('2026-03-29T12:00:00Z'),
      busy: [],
      taken: new Map(),
    }).map((ms) => new Date(ms).toISOString())
    // 01:00 in winter, then 03:00 and 04:00 in summer: two o'clock does not exist.
    expect(slots).toEqual(['2026-03-29T00:00:00.000Z', '2026-03-29T01:00:00.000Z', '2026-03-29T02:00:00.000Z'])
  })

  it('begin on the step of the host’s clock, also in a zone that is not whole hours away', () => {
    const kathmandu = calendar({ zone: 'Asia/Kathmandu', hours: { 'mon-fri': ['09:10-10:00'] } })
    expect(ask({ calendar: kathmandu })).toEqual(['03:45'])
  })

  it('lie wholly in working time and apart from what is taken, whatever is asked', () => {
    const spans = [
      busy('2026-06-01T09:05:00Z', '2026-06-01T09:20:00Z'),
      busy('2026-06-03T12:00:00Z', '2026-06-03T13:10:00Z'),
    ]
    const found = freeSlots({
      calendar: paris,
      rules: { ...rules, minutes: 45, bufferBefore: 10, bufferAfter: 5, stepMinutes: 15 },
      fromMs: at('2026-05-28T00:00:00Z'),
      untilMs: at('2026-06-12T00:00:00Z'),
      busy: spans,
      taken: new Map(),
    })
    expect(found.length).toBeGreaterThan(100)
    for (const ms of found) {
      expect(workingTimeBetween(paris, ms, ms + 45 * 60_000)).toBe(45 * 60_000)
      for (const span of spans) expect(ms + 50 * 60_000 <= span.fromMs || ms - 10 * 60_000 >= span.toMs).toBe(true)
    }
  })
})
