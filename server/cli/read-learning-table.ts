import { basename } from 'node:path'
import { pickTarget } from '@ensemble/engine/learning/pick-target.ts'
import { type Table, takeRows } from '@ensemble/engine/learning/table.ts'
import { addRow, finishColumns, startTable, textsOf } from '@ensemble/engine/learning/table-builder.ts'
import { timeOrder } from '@ensemble/engine/learning/time-order.ts'
import { ExplainedError } from '../explained-error.ts'
import { openTable } from '../features/imports/tables/open-table.ts'

const DAY_MS = 86_400_000

export type LearnFrom = {
  path: string
  target: string
  positive: string | null
  /** The column that orders rows; null when none does. */
  time: string | null
  /** The file is in order of time as it is. */
  isInOrder: boolean
}

export type LearningRows = {
  table: Table
  /** The name of the file. */
  source: string
  /** The first and the last moment its rows tell of, epoch ms; null where no column of dates orders them. */
  fromMs: number | null
  toMs: number | null
}

/** The rows of a file to learn from, ordered by time where that is known. Rows that cannot be read are left out. */
export async function readLearningTable({ path, target, positive, time, isInOrder }: LearnFrom): Promise<LearningRows> {
  const { table } = await openTable(path, basename(path)).catch((error: unknown) => {
    throw isAbsent(error) ? new ExplainedError(`There is no file ${path}.`) : error
  })
  const builder = startTable(table.columns)
  for await (const { cells, findings } of table.rows()) {
    if (!findings.some(({ severity }) => severity === 'dropped')) addRow(builder, cells)
  }
  const columnOf = (option: string, name: string): { name: string; texts: string[] } => {
    const known = table.columns.find((one) => one.toLowerCase() === name.trim().toLowerCase())
    const texts = known === undefined ? null : textsOf(builder, known)
    if (known === undefined || texts === null)
      throw new ExplainedError(`${option}: there is no column "${name}". The columns are ${table.columns.join(', ')}.`)
    return { name: known, texts }
  }
  const outcome = columnOf('--target', target)
  const picked = pickTarget(outcome.texts, positive)
  if (!picked.ok)
    throw new ExplainedError(
      `--target ${outcome.name} cannot be learnt: ${picked.reason}. Give --positive VALUE or another column.`,
    )
  const order = time === null ? null : columnOf('--time', time)
  const inFileOrder: Table = {
    rows: builder.rows,
    // What comes after the semicolon of a European export is a decimal comma.
    columns: finishColumns(builder, { decimalComma: table.separator === ';' }).filter(
      ({ name }) => name !== outcome.name && name !== order?.name,
    ),
    target: outcome.name,
    positive: picked.positive,
    outcomes: picked.outcomes,
    isInTimeOrder: isInOrder || order !== null,
  }
  const source = basename(path)
  if (order === null) return { table: inFileOrder, source, fromMs: null, toMs: null }
  const ordered = timeOrder(order.texts)
  if (!ordered.ok) throw new ExplainedError(`--time ${order.name} cannot order the rows: ${ordered.reason}.`)
  const { fromMs, toMs } = spanOf(order.texts, ordered.rows)
  return { table: takeRows(inFileOrder, ordered.rows), source, fromMs, toMs }
}

/** A number orders rows and dates none of them: a span is told only by dates. A day without a time lasts to its end. */
function spanOf(texts: readonly string[], rows: Uint32Array): { fromMs: number | null; toMs: number | null } {
  const at = (row: number | undefined): string => (row === undefined ? '' : (texts[row] ?? ''))
  const [first, last] = [at(rows[0]), at(rows.at(-1))]
  if (!/^\d{4}-\d{2}-\d{2}/.test(first) || !/^\d{4}-\d{2}-\d{2}/.test(last)) return { fromMs: null, toMs: null }
  const [fromMs, toMs] = [Date.parse(first), Date.parse(last) + (last.length === 10 ? DAY_MS - 1 : 0)]
  return Number.isNaN(fromMs) || Number.isNaN(toMs) ? { fromMs: null, toMs: null } : { fromMs, toMs }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
