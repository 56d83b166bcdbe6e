import { basename } from 'node:path'
import { ExplainedError } from '../../explained-error.ts'
import type { Table } from '../../features/imports/tables/table.ts'
import type { AttributionInput, InputOptions } from './attribution-input.ts'
import { cellProblems, note, throwIfAny } from './cell-problems.ts'
import { type Columns, columnOf } from './column-roles.ts'
import { journeysOfRows } from './journeys-of-rows.ts'
import { readCount, readMoney } from './read-cells.ts'
import { readTime } from './read-time.ts'
import { addRow, type RowKind, startRows } from './touch-rows.ts'
import { wholeUnits } from './whole-units.ts'

const CONVERTING =
  /^(conversions?|converted|purchase|order|transaction|sale|won|deal[ _-]?won|closed[ _-]?won|closedwon)$/i
const LEAD = /^(lead|lead[ _-]?(created|creation)|mql)$/i
const OPPORTUNITY =
  /^(opportunity|opp|opportunity[ _-]?(created|creation)|deal[ _-]?(created|creation)|sql|qualified)$/i

/** Journeys of a table with a row a touch: up to each conversion of a person, and the whole for those who never converted. */
export async function readTouches(table: Table, columns: Columns, options: InputOptions): Promise<AttributionInput> {
  const problems = cellProblems(basename(options.path))
  const header = table.columns
  const labelAt = options.by === null ? (columns.channel ?? 0) : columnOf(header, options.by, '--by')
  const mediumAt =
    options.by === null && /^(utm_|traffic_)?source$/i.test(header[labelAt] ?? '') ? columns.medium : undefined
  const { conversions, interaction, value } = columns
  if (conversions === undefined && interaction === undefined && value === undefined)
    throw new ExplainedError(
      `${problems.file} has no column that says which touches converted. Its columns are ${header.join(', ')}. Name it: --map conversions=COLUMN.`,
    )
  const rows = startRows()
  const mark = table.separator === ';' ? ',' : '.'
  let bareTimes = 0
  let withoutPerson = 0
  for await (const { row, cells, findings } of table.rows()) {
    for (const { severity, field, message } of findings)
      if (severity === 'dropped') note(problems, row, field, message, 'Mend the row.')
    const person = (cells[columns.person ?? 0] ?? '').trim()
    const cell = { problems, row, cells, header, mark } as const
    const timeOf = (at: number | undefined, otherwise: number): number => {
      const text = at === undefined ? '' : (cells[at] ?? '').trim()
      if (at === undefined || text === '') return otherwise
      const read = readTime(text, options.dates)
      if (!read.ok) {
        note(
          problems,
          row,
          header[at] ?? null,
          `${read.reason}.`,
          'Write for example 2026-11-25T14:30:00Z; for 25/11/2026 give --dates day-first, for 11/25/2026 --dates month-first.',
        )
        return otherwise
      }
      if (read.isBareNumber) bareTimes += 1
      return read.atMs
    }
    if (person === '') {
      withoutPerson += 1
      continue
    }
    const isTimed = columns.time !== undefined
    if (columns.time !== undefined && (cells[columns.time] ?? '').trim() === '')
      note(problems, row, header[columns.time] ?? null, 'the time is missing.', 'Write when the touch was.')
    const said = interaction === undefined ? '' : (cells[interaction] ?? '').trim()
    const milestone = columns.milestone === undefined ? '' : (cells[columns.milestone] ?? '').trim()
    const money = value === undefined ? { value: 0, decimals: 0 } : readMoney(cell, value)
    const count =
      conversions !== undefined
        ? readCount(cell, conversions)
        : interaction !== undefined
          ? Number(CONVERTING.test(said))
          : Number(money.value > 0)
    const label = (cells[labelAt] ?? '').trim()
    const medium = mediumAt === undefined ? '' : (cells[mediumAt] ?? '').trim()
    addRow(rows, {
      person,
      atMs: isTimed ? timeOf(columns.time, 0) : rows.count,
      label: label === '' || medium === '' ? label : `${label} / ${medium}`,
      conversions: count,
      money: count > 0 ? money : { value: 0, decimals: 0 },
      leadAtMs: timeOf(columns.leadAt, Number.NaN),
      opportunityAtMs: timeOf(columns.opportunityAt, Number.NaN),
      kind: kindOf(milestone, said),
    })
  }
  throwIfAny(problems)
  const built = journeysOfRows(rows, { isTimed: columns.time !== undefined, isRestarting: options.isRestarting })
  const notes = [
    ...built.notes,
    columns.time === undefined ? 'No column of times: rows are taken in the order of the file.' : '',
    bareTimes > 0 ? 'Times that are small bare numbers are counted as days.' : '',
    withoutPerson > 0 ? `${withoutPerson} rows do not say whose touch it is and were left out.` : '',
    value === undefined ? 'No column of values: values are 0.' : '',
  ].filter((sentence) => sentence !== '')
  const by = header[labelAt] ?? 'channel'
  return { kind: 'touches', by, notes, ...wholeUnits(built.journeys, rows.decimals) }
}

function kindOf(milestone: string, interaction: string): RowKind {
  const words = [milestone, interaction]
  if (words.some((word) => LEAD.test(word))) return 'lead'
  return words.some((word) => OPPORTUNITY.test(word)) ? 'opportunity' : 'touch'
}
