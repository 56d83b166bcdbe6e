import type { Absence } from './calendar.ts'
import { momentOf } from './local-time.ts'
import { parseDate } from './parse-date.ts'
import { parseMoment } from './parse-moment.ts'
import { isMapping, type Path, type Problem, quote } from './problem.ts'

const remedy = 'write { from: 2026-12-24, to: 2027-01-02 }, days included, or moments such as 2026-12-24T14:00'

/**
 * Reads absences. Dates are whole local days, the last one included; moments are half-open, on the calendar's wall clock
 * unless they carry an offset.
 */
export function parseAbsences(written: unknown, zone: string, path: Path, problems: Problem[]): Absence[] {
  if (written === undefined || written === null) return []
  if (!Array.isArray(written)) {
    problems.push({ path, message: 'absences are a list', remedy: `${remedy}, in a list` })
    return []
  }
  const list: readonly unknown[] = written
  return list.flatMap((item, i) => {
    const absence = readAbsence(item, zone, [...path, i], problems)
    return absence ? [absence] : []
  })
}

function readAbsence(written: unknown, zone: string, path: Path, problems: Problem[]): Absence | null {
  if (!isMapping(written)) {
    problems.push({ path, message: 'an absence has from and to', remedy })
    return null
  }
  for (const field of Object.keys(written)) {
    if (field === 'from' || field === 'to') continue
    problems.push({ path: [...path, field], message: `unknown field ${quote(field)}`, remedy: 'use from and to' })
  }
  const from = readEnd(written.from, zone, 0)
  const to = readEnd(written.to, zone, 1)
  if (from === null) problems.push({ path: [...path, 'from'], message: endMessage(written.from), remedy })
  if (to === null) problems.push({ path: [...path, 'to'], message: endMessage(written.to), remedy })
  if (from === null || to === null) return null
  if (from < to) return { from, to }
  problems.push({ path, message: 'the absence ends before it begins', remedy: 'let "to" be later than "from"' })
  return null
}

function endMessage(written: unknown): string {
  return written === undefined ? 'is missing' : `${quote(written)} is no date or moment`
}

/** Epoch milliseconds of one end; a bare date stands for the midnight `addDays` days later. */
function readEnd(written: unknown, zone: string, addDays: number): number | null {
  if (typeof written !== 'string') return null
  const bareDay = parseDate(written.trim())
  return bareDay === null ? parseMoment(written, zone) : momentOf(zone, { day: bareDay + addDays, timeMs: 0 })
}
