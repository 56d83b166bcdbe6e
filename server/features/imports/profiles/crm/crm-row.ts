import { dropped, type Finding, repaired, warning } from '../../finding.ts'
import { type ReadMoment, readDate } from '../../values/read-date.ts'
import type { DecimalMark } from '../../values/read-number.ts'
import type { Reading } from '../../values/reading.ts'
import type { ImportFile } from '../profile.ts'
import { plainColumn, type RoleShape } from './shape.ts'

const DAY_MS = 86_400_000
/** Close dates of open deals and starts of meetings lie ahead. */
const AHEAD_MS = 50 * 366 * DAY_MS

/** One row of a file, read by our names for its columns. */
export type CrmRow = {
  file: string
  row: number
  cells: readonly string[]
  findings: Finding[]
  decimal: DecimalMark
  /** The text under the first of the columns that has any, or blank. */
  of(field: string): string
  /** The name of the column it stands in, for findings. */
  column(field: string): string | null
  /** Null when blank, or unreadable, which is told. `isAhead`: may lie in the future. */
  moment(field: string, isAhead?: boolean): ReadMoment | null
  /** The same for a column by its own name. */
  momentIn(column: string): ReadMoment | null
}

export type ReadRules = { shape: RoleShape; arrivedAtMs: number }

export async function* rowsOf(file: ImportFile, rules: ReadRules): AsyncGenerator<CrmRow> {
  const { columns } = file.table
  const placeOf = new Map<string, number>()
  for (const [index, column] of columns.entries()) {
    const plain = plainColumn(column)
    if (!placeOf.has(plain)) placeOf.set(plain, index)
  }
  const places = new Map(
    Object.entries(rules.shape.fields).map(([field, names]) => [
      field,
      names.flatMap((name) => placeOf.get(plainColumn(name)) ?? []),
    ]),
  )
  // Tables with semicolons come from where a comma stands before decimals and the day before the month.
  const isContinental = file.table.separator === ';'
  const order = isContinental ? 'day-first' : 'month-first'
  let hasToldOrder = false
  for await (const { row, cells, findings } of file.table.rows()) {
    const at = (field: string): number | undefined => {
      const known = places.get(field) ?? []
      return known.find((index) => cells[index]?.trim() !== '') ?? known[0]
    }
    const of = (field: string): string => cells[at(field) ?? -1]?.trim() ?? ''
    const column = (field: string): string | null => columns[at(field) ?? -1] ?? null
    const about = [...findings]
    const momentOf = (text: string, name: string | null, isAhead: boolean): ReadMoment | null => {
      if (text === '') return null
      const read = readMoment(text, isAhead ? rules.arrivedAtMs + AHEAD_MS : rules.arrivedAtMs, order)
      if (!hasToldOrder && /^\d{1,2}\/\d{1,2}\/\d{4}/.test(text)) {
        hasToldOrder = true
        const first = isContinental ? 'day' : 'month'
        about.push(warning('date-order', `Dates such as ${text.slice(0, 10)} are read with the ${first} first.`, name))
      }
      if (read.ok) return read.value
      if (!about.some((one) => one.field === name && one.code === read.code))
        about.push(repaired(read.code, `${read.reason}; it is left out.`, name))
      return null
    }
    yield {
      file: file.name,
      row,
      cells,
      findings: about,
      decimal: isContinental ? ',' : '.',
      of,
      column,
      moment: (field, isAhead = false) => momentOf(of(field), column(field), isAhead),
      momentIn: (name) => momentOf(cells[columns.indexOf(name)]?.trim() ?? '', name, false),
    }
  }
}

/** A moment in UTC. Exports write year first; reports write 3/14/2024 in the order of their country, and 14.03.2024. */
function readMoment(text: string, nowMs: number, order: 'day-first' | 'month-first'): Reading<ReadMoment> {
  const bare = text.replace(/^(\d{4}-\d{2}-\d{2}T?\s?\d{1,2}:\d{2}:\d{2}(?:\.\d+)?)\s?\+0000$/, '$1Z')
  const by = (format: 'iso' | 'day-first' | 'month-first') => readDate(bare, { format, zone: 'UTC', nowMs })
  const read = by('iso')
  if (read.ok || read.code !== 'date-format') return read
  if (/^\d{1,2}[.-]/.test(bare)) return by('day-first')
  const usual = by(order)
  if (usual.ok || usual.code !== 'impossible-date') return usual
  return by(order === 'day-first' ? 'month-first' : 'day-first')
}

/** The id of the row, or why it cannot be read: none, or the same as an earlier row's. */
export function takeId(row: CrmRow, seen: Set<string>, idOf: (text: string) => string, what: string): string | null {
  const id = idOf(row.of('id'))
  const column = row.column('id')
  if (id === '') {
    row.findings.push(dropped('no-id', `The ${what} has no id; export the column with its id too.`, column))
    return null
  }
  if (seen.has(id)) {
    row.findings.push(dropped('duplicate-id', `The ${what} ${id} stands already in an earlier row.`, column))
    return null
  }
  seen.add(id)
  return id
}

/** A moment as part of a message id: what had no date of its own counts from each import, and is the same fact all the same. */
export function momentKey(atMs: number, arrivedAtMs: number): number | string {
  return atMs === arrivedAtMs ? 'undated' : atMs
}

/** Cut to what a fact holds, without the tags of HTML that editors of notes leave. */
export function plainText(text: string, limit: number): string {
  return text
    .replace(/<(br|\/p|\/div|\/li)[^>]*>/gi, '\n')
    .replace(/<[a-z/][^>]*>/gi, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()
    .slice(0, limit)
    .toWellFormed()
}
