import { isUnanswered } from './is-blank.ts'
import { type Column, NEGATIVE, NOT_YET_KNOWN, POSITIVE } from './table.ts'

/** Rows and the share of them in which the field says something; null of no rows. */
export type Filled = { readonly rows: number; readonly share: number | null }

/** How often a field is filled, by what became of the row. A list left at "Select" is not filled. */
export function filledShares(
  column: Column,
  outcomes: Int8Array,
): { positive: Filled; negative: Filled; notYetKnown: Filled } {
  const isFilled =
    column.kind === 'numeric'
      ? (row: number) => !Number.isNaN(column.values[row] ?? Number.NaN)
      : filledLevels(column.levels, column.codes)
  const of = (outcome: number): Filled => {
    let rows = 0
    let filled = 0
    for (let row = 0; row < outcomes.length; row += 1) {
      if (outcomes[row] !== outcome) continue
      rows += 1
      if (isFilled(row)) filled += 1
    }
    return { rows, share: rows === 0 ? null : filled / rows }
  }
  return { positive: of(POSITIVE), negative: of(NEGATIVE), notYetKnown: of(NOT_YET_KNOWN) }
}

function filledLevels(levels: readonly string[], codes: Int32Array): (row: number) => boolean {
  const counts = levels.map((level) => !isUnanswered(level))
  return (row) => counts[codes[row] ?? -1] === true
}
