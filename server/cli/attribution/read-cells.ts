import type { DecimalMark } from '../../features/imports/values/read-number.ts'
import { type CellProblems, note } from './cell-problems.ts'
import { readAmount } from './read-amount.ts'

export type CellOf = {
  readonly problems: CellProblems
  readonly row: number
  readonly cells: readonly string[]
  readonly header: readonly string[]
  readonly mark: DecimalMark
}

const YES = /^(true|yes|y|t|oui|vrai|ja|si|sí|sim)$/i
const NO = /^(false|no|n|f|non|faux|nein|não|nao)$/i

/** How many; yes is 1 and no is 0. */
export function readCount({ problems, row, cells, header, mark }: CellOf, at: number): number {
  const text = (cells[at] ?? '').trim()
  if (YES.test(text)) return 1
  if (NO.test(text)) return 0
  const read = readAmount(text, mark)
  const column = header[at] ?? null
  if (read === null)
    note(
      problems,
      row,
      column,
      `"${text.slice(0, 60)}" is not a number.`,
      'Write a count such as 3, or leave it blank for none.',
    )
  else if (read.value < 0) note(problems, row, column, `${text} is below zero.`, 'A count is 0 or more.')
  else if (read.value > Number.MAX_SAFE_INTEGER)
    note(
      problems,
      row,
      column,
      `${text} is too large to be counted exactly.`,
      'Write a count up to 9,007,199,254,740,991.',
    )
  return read?.value ?? 0
}

/** Money in currency units; below zero for a refund. */
export function readMoney(
  { problems, row, cells, header, mark }: CellOf,
  at: number,
): { value: number; decimals: number } {
  const text = (cells[at] ?? '').trim()
  const read = readAmount(text, mark)
  if (read === null)
    note(
      problems,
      row,
      header[at] ?? null,
      `"${text.slice(0, 60)}" is not an amount.`,
      'Write a number such as 1200.50, or leave it blank.',
    )
  return read ?? { value: 0, decimals: 0 }
}
