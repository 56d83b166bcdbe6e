import { parseArgs } from 'node:util'
import type { Calendar } from '@ensemble/engine/worktime/calendar.ts'
import { dueAt } from '@ensemble/engine/worktime/due-at.ts'
import { formatLocal } from '@ensemble/engine/worktime/format-local.ts'
import { parseDuration } from '@ensemble/engine/worktime/parse-duration.ts'
import { parseMoment } from '@ensemble/engine/worktime/parse-moment.ts'
import { workingTimeBetween } from '@ensemble/engine/worktime/working-time-between.ts'
import { readCalendarFile } from './read-calendar-file.ts'

export const summary = 'Says when a term that counts working time runs out'

export const help = `
Usage: ensemble clock --calendar FILE --from MOMENT --within DURATION [--json]

Prints the moment by which the duration has been worked off, in UTC and in the calendar's zone.

Options:
  --calendar FILE     a calendar in YAML or JSON; an agreement's own calendar is used when FILE is an agreement:
                        zone: America/Sao_Paulo
                        hours: { mon-fri: [09:00-12:00, 13:00-18:00] }
                        holidays: BR-SP                                   # or a list of dates; optional
                        absences: [{ from: 2026-12-24, to: 2027-01-02 }]  # days included; optional
  --from MOMENT       an ISO 8601 moment, such as 2026-11-28T15:00Z; without an offset, on the calendar's wall clock
  --within DURATION   "4 working hours", "1 working day", "30 days", or ISO 8601, which is read as working time: PT1H, P2D
  --json              print one JSON object

Exit code: 0 when there is such a moment, 1 when the calendar cannot be used or has none within ten years, 2 on bad usage.
`

const options = {
  calendar: { type: 'string' },
  from: { type: 'string' },
  within: { type: 'string' },
  json: { type: 'boolean' },
} as const

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options })
  const { calendar: file, from, within } = values
  if (!file || !from || !within) {
    const missing = ['calendar', 'from', 'within'].filter((_, i) => ![file, from, within][i])
    return fail(2, `${missing.map((name) => `--${name}`).join(' and ')} missing.\nSee \`ensemble clock --help\`.`)
  }
  const duration = parseDuration(within, 'working')
  if (!duration.ok) return fail(2, `--within: ${duration.message}: ${duration.remedy}.`)
  // Checked before the file is read, so that bad usage is told first; the zone plays no part in it.
  if (parseMoment(from, 'UTC') === null) {
    return fail(2, `--from: "${from}" is not a moment: write for example 2026-11-28T15:00Z.`)
  }
  const read = await readCalendarFile(file)
  if (!read.ok) return fail(read.exitCode, read.lines.join('\n'))
  const fromMs = parseMoment(from, read.calendar.zone) ?? 0
  const due = dueAt(read.calendar, fromMs, duration.value)
  if (!due.ok) return fail(1, `${due.message}: look at the hours and absences of ${file}.`)
  print(read.calendar, fromMs, within, due.dueMs, values.json === true)
  return 0
}

function print(calendar: Calendar, fromMs: number, within: string, dueMs: number, isJson: boolean): void {
  const found = {
    zone: calendar.zone,
    fromUtc: formatUtc(fromMs),
    fromLocal: formatLocal(calendar.zone, fromMs),
    within,
    dueUtc: formatUtc(dueMs),
    dueLocal: formatLocal(calendar.zone, dueMs),
    elapsedMs: dueMs - fromMs,
    workingMs: workingTimeBetween(calendar, fromMs, dueMs),
  }
  if (isJson) console.log(JSON.stringify(found, null, 2))
  else console.log(`Due ${found.dueUtc} in UTC,\n    ${found.dueLocal} in ${found.zone}.`)
}

function formatUtc(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}

function fail(exitCode: number, message: string): number {
  console.error(`ensemble clock: ${message}`)
  return exitCode
}
