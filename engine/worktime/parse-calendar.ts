import type { Absence, Calendar, HolidayPlace } from './calendar.ts'
import { parseAbsences } from './parse-absences.ts'
import { parseHolidays } from './parse-holidays.ts'
import { parseHours } from './parse-hours.ts'
import { isMapping, type Path, type Problem, quote } from './problem.ts'

export type ParsedCalendar =
  | { readonly ok: true; readonly calendar: Calendar }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const fields = ['zone', 'hours', 'holidays', 'absences']

/**
 * Reads a calendar in its written form (already parsed from YAML or JSON):
 * `{ zone: Europe/Paris, hours: { mon-fri: [09:00-12:00, 13:00-18:00] }, holidays: FR, absences: [{ from, to }] }`.
 * Only `zone` and `hours` are required. Every problem found is returned, with the path of its field below `at`.
 */
export function parseCalendar(written: unknown, at: Path = []): ParsedCalendar {
  const problems: Problem[] = []
  if (!isMapping(written)) {
    return refused([{ path: at, message: 'a calendar is a set of fields', remedy: 'give at least zone and hours' }])
  }
  for (const field of Object.keys(written)) {
    if (fields.includes(field)) continue
    problems.push({
      path: [...at, field],
      message: `unknown field ${quote(field)}`,
      remedy: `use ${fields.join(', ')}`,
    })
  }
  const zone = parseZone(written.zone, [...at, 'zone'], problems)
  const hours = parseHours(written.hours, [...at, 'hours'], problems)
  const holidays = parseHolidays(written.holidays, [...at, 'holidays'], problems)
  const away = parseAbsences(written.absences, zone, [...at, 'absences'], problems)
  if (problems.length > 0) return refused(problems)
  return { ok: true, calendar: assemble(zone, hours, holidays, away) }
}

type Days = ReturnType<typeof parseHours>
type Free = { dates: readonly string[]; place: HolidayPlace | null }

function assemble(zone: string, hours: Days, holidays: Free, away: readonly Absence[]): Calendar {
  const calendar = { zone, hours, holidays: holidays.dates, away }
  return holidays.place ? { ...calendar, publicHolidays: holidays.place } : calendar
}

function refused(problems: readonly Problem[]): ParsedCalendar {
  return { ok: false, problems }
}

function parseZone(written: unknown, path: Path, problems: Problem[]): string {
  const remedy = 'use a name of the IANA list, such as Europe/Paris or America/Sao_Paulo'
  if (written === undefined) problems.push({ path, message: 'the time zone is missing', remedy })
  else if (typeof written !== 'string' || !isZone(written)) {
    problems.push({ path, message: `unknown time zone ${quote(written)}`, remedy })
  } else return written
  return 'UTC'
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}
