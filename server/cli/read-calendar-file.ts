import { readFile } from 'node:fs/promises'
import type { Calendar } from '@ensemble/engine/worktime/calendar.ts'
import { parseCalendar } from '@ensemble/engine/worktime/parse-calendar.ts'
import { formatPath, isMapping } from '@ensemble/engine/worktime/problem.ts'
import { LineCounter, parseDocument } from 'yaml'
import { locatePath } from './locate-path.ts'

type CalendarFile =
  | { readonly ok: true; readonly calendar: Calendar }
  | { readonly ok: false; readonly exitCode: 1 | 2; readonly lines: readonly string[] }

const largestBytes = 1_000_000

/** Reads the calendar of a YAML or JSON file; each refusal says `file:line:column: field: what is wrong; what to do`. */
export async function readCalendarFile(file: string): Promise<CalendarFile> {
  const text = await readText(file)
  if (text === null) return refuse(2, [`${file} cannot be read: give the path of a calendar in YAML or JSON.`])
  if (text.length > largestBytes) return refuse(1, [`${file} is larger than 1 MB: a calendar is a few lines.`])
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  if (document.errors.length > 0) {
    return refuse(
      1,
      document.errors.map(({ linePos, message }) => {
        const [at] = linePos ?? []
        return `${file}:${at?.line ?? 1}:${at?.col ?? 1}: ${message.split('\n')[0]}`
      }),
    )
  }
  const written = toValue(document)
  if (!written.ok) return refuse(1, [`${file}: ${written.message}; write values out instead of using aliases (*)`])
  const isAgreement = isMapping(written.value) && 'calendar' in written.value && !('zone' in written.value)
  const parsed =
    isAgreement && isMapping(written.value)
      ? parseCalendar(written.value.calendar, ['calendar'])
      : parseCalendar(written.value)
  if (parsed.ok) return parsed
  return refuse(
    1,
    parsed.problems.map(({ path, message, remedy }) => {
      const { line, col } = locatePath(document, counter, path)
      const field = path.length > 0 ? `${formatPath(path)}: ` : ''
      return `${file}:${line}:${col}: ${field}${message}; ${remedy}`
    }),
  )
}

function refuse(exitCode: 1 | 2, lines: readonly string[]): CalendarFile {
  return { ok: false, exitCode, lines }
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    return null
  }
}

// Aliases that multiply without bound are refused by the library with an error.
function toValue(
  document: ReturnType<typeof parseDocument>,
): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    const value: unknown = document.toJS()
    return { ok: true, value }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}
