import { basename } from 'node:path'
import { pickTarget } from '@ensemble/engine/learning/pick-target.ts'
import { type Table, takeRows } from '@ensemble/engine/learning/table.ts'
import { addRow, finishColumns, startTable, textsOf } from '@ensemble/engine/learning/table-builder.ts'
import { timeOrder } from '@ensemble/engine/learning/time-order.ts'
import { ExplainedError } from '../explained-error.ts'
import { openTable } from '../features/imports/tables/open-table.ts'

export type LearnFrom = {
  path: string
  target: string
  positive: string | null
  /** The column that orders rows; null when none does. */
  time: string | null
  /** The file is in order of time as it is. */
  isInOrder: boolean
}

/** The rows of a file to learn from, ordered by time where that is known. Rows that cannot be read are left out. */
export async function readLearningTable({ path, target, positive, time, isInOrder }: LearnFrom): Promise<Table> {
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
  if (order === null) return inFileOrder
  const ordered = timeOrder(order.texts)
  if (!ordered.ok) throw new ExplainedError(`--time ${order.name} cannot order the rows: ${ordered.reason}.`)
  return takeRows(inFileOrder, ordered.rows)
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
