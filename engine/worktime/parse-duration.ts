import type { Duration } from './duration.ts'
import { dayMs, hourMs, minuteMs } from './time-units.ts'

export type ParsedDuration =
  | { readonly ok: true; readonly value: Duration }
  | { readonly ok: false; readonly message: string; readonly remedy: string }

const unitMs = { second: 1000, minute: minuteMs, hour: hourMs, day: dayMs, week: 7 * dayMs } as const
const remedy = 'write for example "4 working hours", "1 working day", "30 days" or "PT1H"'
const longestMs = 100 * 366 * dayMs

const words = /^(\d+(?:\.\d+)?)\s*(working\s+)?(second|minute|hour|day|week)s?$/i
const iso =
  /^P(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i

/**
 * Reads a duration in words ("4 working hours", "1 working day", "30 days") or ISO 8601 ("PT1H", "P2D").
 * Without the word "working" an amount is real time, a day 24 hours; `isoMeans: 'working'` reads ISO amounts as working time,
 * P2D then being 2 working days. Months and years are refused: their length is not fixed.
 */
export function parseDuration(text: string, isoMeans: 'elapsed' | 'working' = 'elapsed'): ParsedDuration {
  const trimmed = text.trim()
  const spoken = words.exec(trimmed)
  if (spoken) return readWords(Number(spoken[1]), spoken[2] !== undefined, (spoken[3] ?? '').toLowerCase())
  const written = iso.exec(trimmed)
  if (written?.slice(1).some((part) => part !== undefined)) {
    const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = written.slice(1).map((part) => Number(part ?? 0))
    return readIso(weeks * 7 + days, hours * hourMs + minutes * minuteMs + seconds * 1000, isoMeans)
  }
  if (/^P\d[\dTMYWDHS.]*$/i.test(trimmed) || /\b(month|year)s?$/i.test(trimmed)) {
    return refuse(
      `"${text}" has no fixed length`,
      'give weeks, days, hours, minutes or seconds, such as "30 days" or "PT1H"',
    )
  }
  return refuse(`"${text}" is not a duration`, remedy)
}

function readWords(amount: number, isWorking: boolean, unit: string): ParsedDuration {
  if (isWorking && unit === 'day') return ofWorkingDays(amount)
  if (isWorking && unit === 'week') {
    return refuse('a working week has no one length', `write "${amount * 5} working days" or the number you mean`)
  }
  const [, ms = 0] = Object.entries(unitMs).find(([name]) => name === unit) ?? []
  return ofTime(amount * ms, isWorking)
}

function readIso(days: number, timeMs: number, means: 'elapsed' | 'working'): ParsedDuration {
  if (means === 'elapsed') return ofTime(days * dayMs + timeMs, false)
  if (days === 0) return ofTime(timeMs, true)
  if (timeMs === 0) return ofWorkingDays(days)
  return refuse('working days and working hours cannot be mixed', 'give either days or hours and minutes')
}

function ofWorkingDays(workingDays: number): ParsedDuration {
  if (!Number.isInteger(workingDays))
    return refuse('working days are counted whole', 'write hours, such as "4 working hours"')
  if (workingDays > 36_600) return refuse('more than a hundred years', 'give a shorter duration')
  return { ok: true, value: { isWorking: true, workingDays } }
}

function ofTime(amountMs: number, isWorking: boolean): ParsedDuration {
  if (amountMs > longestMs) return refuse('more than a hundred years', 'give a shorter duration')
  return { ok: true, value: { isWorking, amountMs: Math.round(amountMs) } }
}

function refuse(message: string, remedy: string): ParsedDuration {
  return { ok: false, message, remedy }
}
