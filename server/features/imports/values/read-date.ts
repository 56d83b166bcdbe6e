import { momentOf } from '@ensemble/engine/worktime/local-time.ts'
import { parseDate } from '@ensemble/engine/worktime/parse-date.ts'
import { type Reading, read, unread } from './reading.ts'

export type DateFormat = 'iso' | 'day-first' | 'month-first'
export type DateRules = { format: DateFormat; zone: string; nowMs: number }
export type ReadMoment = { atMs: number; isDateOnly: boolean }

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(.+))?$/
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ,]+(.+))?$/
const time = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?(am|pm)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i
const dayMs = 86_400_000

/**
 * A moment as tables write it: year first always, else in the order the rules say; with or without a time; with or
 * without a zone. What has no zone is read in the rules' zone, what has no time as midnight there.
 */
export function readDate(text: string, rules: DateRules): Reading<ReadMoment> {
  const written = text.trim()
  if (/^\d{13}$/.test(written)) return inRange({ atMs: Number(written), isDateOnly: false }, written, rules)
  const parts = partsOf(written, rules.format)
  if (parts === 'ambiguous') {
    return unread('date-format', `"${written}" may be read day first or month first; say which in the mapping`)
  }
  if (parts === null) return unread('not-a-date', `"${written}" is not a date`)
  const day = parseDate(parts.date)
  if (day === null) return unread('impossible-date', `"${written}" names a day that does not exist`)
  if (parts.time === undefined)
    return inRange({ atMs: momentOf(rules.zone, { day, timeMs: 0 }), isDateOnly: true }, written, rules)
  const clock = clockOf(parts.time)
  if (clock === null) return unread('impossible-date', `"${written}" names a time that does not exist`)
  const atMs =
    clock.offsetMs === null
      ? momentOf(rules.zone, { day, timeMs: clock.timeMs })
      : day * dayMs + clock.timeMs - clock.offsetMs
  return inRange({ atMs, isDateOnly: false }, written, rules)
}

type Parts = { date: string; time: string | undefined }

function partsOf(written: string, format: DateFormat): Parts | 'ambiguous' | null {
  const first = yearFirst.exec(written)
  if (first) return { date: isoOf(first[1], first[2], first[3]), time: first[4]?.trim() }
  const last = yearLast.exec(written)
  if (!last) return null
  if (format === 'iso') return 'ambiguous'
  const [day, month] = format === 'day-first' ? [last[1], last[2]] : [last[2], last[1]]
  return { date: isoOf(last[3], month, day), time: last[4]?.trim() }
}

function isoOf(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Offset is null when the text names none. */
function clockOf(text: string): { timeMs: number; offsetMs: number | null } | null {
  const match = time.exec(text)
  if (!match) return null
  const [, hour = '', minute = '', second = '0', fraction = '', half, zone] = match
  if (half && (Number(hour) < 1 || Number(hour) > 12)) return null
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hour)
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return null
  const timeMs =
    (hours * 60 + Number(minute)) * 60_000 + Number(second) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3))
  return { timeMs, offsetMs: zone === undefined ? null : offsetOf(zone) }
}

function offsetOf(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)
  if (!match) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return (match[1] === '-' ? -minutes : minutes) * 60_000
}

function inRange(moment: ReadMoment, written: string, rules: DateRules): Reading<ReadMoment> {
  if (moment.atMs < 0) return unread('date-too-early', `"${written}" is before 1970`)
  if (moment.atMs > rules.nowMs + dayMs) return unread('date-in-future', `"${written}" is in the future`)
  return read(moment)
}
