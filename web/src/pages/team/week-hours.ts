export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]
export type Block = { from: string; to: string }
export type Week = Record<Weekday, Block[]>
type Written = Record<string, string[]>

export function emptyWeek(): Week {
  return { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
}

/** The week most people start from when they give their own hours for the first time. */
export function usualWeek(): Week {
  const day = () => [
    { from: '09:00', to: '12:30' },
    { from: '13:30', to: '18:00' },
  ]
  return { ...emptyWeek(), mon: day(), tue: day(), wed: day(), thu: day(), fri: day() }
}

function daysOf(key: string): Weekday[] {
  return key.split(',').flatMap((part) => {
    const [first = '', last = first] = part
      .trim()
      .toLowerCase()
      .split(/\s*-\s*/)
    const from = WEEKDAYS.findIndex((day) => first.startsWith(day) && first.length === 3)
    const to = WEEKDAYS.findIndex((day) => last.startsWith(day) && last.length === 3)
    if (from < 0 || to < 0) return []
    const count = ((to - from + 7) % 7) + 1
    return Array.from({ length: count }, (_, i) => WEEKDAYS[(from + i) % 7] ?? 'mon')
  })
}

/** Reads `{ "mon-fri": ["09:00-12:30", "13:30-18:00"] }` into seven days of blocks. */
export function readWeek(written: Written): Week {
  const week = emptyWeek()
  for (const [key, blocks] of Object.entries(written)) {
    for (const day of daysOf(key)) {
      week[day] = blocks.map((block) => {
        const [from = '', to = ''] = block.split(/[-–]/)
        return { from: from.trim().padStart(5, '0'), to: to.trim().padStart(5, '0') }
      })
    }
  }
  return week
}

/** Writes a week in the form of agreements, one key a day; free days are left out. */
export function writeWeek(week: Week): Written {
  const written: Written = {}
  for (const day of WEEKDAYS) {
    if (week[day].length > 0) written[day] = week[day].map((block) => `${block.from}-${block.to}`)
  }
  return written
}

export type WeekProblem = 'time' | 'order' | 'overlap' | 'empty'

function minuteOf(time: string): number | null {
  const parts = /^(\d{1,2}):(\d{2})$/.exec(time)
  if (parts === null) return null
  const minute = Number(parts[1]) * 60 + Number(parts[2])
  return Number(parts[2]) < 60 && minute <= 1440 ? minute : null
}

/** What is wrong with the blocks of a day, or null. */
export function problemOfDay(blocks: readonly Block[]): WeekProblem | null {
  const spans = blocks.map((block) => ({ from: minuteOf(block.from), to: minuteOf(block.to) }))
  let end = -1
  for (const span of spans.toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0))) {
    if (span.from === null || span.to === null) return 'time'
    if (span.to <= span.from) return 'order'
    if (span.from < end) return 'overlap'
    end = span.to
  }
  return null
}

export function problemOfWeek(week: Week): WeekProblem | null {
  if (WEEKDAYS.every((day) => week[day].length === 0)) return 'empty'
  for (const day of WEEKDAYS) {
    const problem = problemOfDay(week[day])
    if (problem !== null) return problem
  }
  return null
}

/** Hours a week, for the summary line. */
export function hoursOfWeek(week: Week): number {
  let minutes = 0
  for (const day of WEEKDAYS) {
    for (const block of week[day]) minutes += Math.max(0, (minuteOf(block.to) ?? 0) - (minuteOf(block.from) ?? 0))
  }
  return minutes / 60
}
