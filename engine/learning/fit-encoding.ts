import { quantileOfSorted } from '../stats/quantile.ts'
import {
  type CategoricalEncoding,
  type Encoding,
  type FieldEncoding,
  type NumericEncoding,
  squeeze,
} from './encoding.ts'
import type { CategoricalColumn, Column, NumericColumn } from './table.ts'

/** A level seen less often is pooled with the other rare ones. */
export const RARE_ROWS = 20

export type LeftOut = {
  readonly field: string
  readonly because: 'always the same' | 'nearly every row has its own value'
}

/**
 * How each column of the training rows becomes numbers: numeric ones squeezed (sign(v) ln(1 + |v|)) and standardised, with
 * the median where missing and a mark that it was; categorical ones one column per level of at least RARE_ROWS rows, missing
 * and the pooled rest having their own. Columns that can tell nothing are left out, with the reason.
 */
export function fitEncoding(columns: readonly Column[]): { encoding: Encoding; leftOut: LeftOut[] } {
  const fields: FieldEncoding[] = []
  const leftOut: LeftOut[] = []
  let next = 0
  const place = (): number => next++
  for (const column of columns) {
    const field = column.kind === 'numeric' ? numeric(column, place) : categorical(column, place)
    if (typeof field === 'string') leftOut.push({ field: column.name, because: field })
    else fields.push(field)
  }
  return { encoding: { fields, columns: next }, leftOut }
}

function numeric({ name, values }: NumericColumn, place: () => number): NumericEncoding | LeftOut['because'] {
  const present = values.filter((value) => !Number.isNaN(value)).sort()
  const median = quantileOfSorted(present, 0.5)
  const hasMissing = present.length < values.length
  if (median === null || (present[0] === present.at(-1) && !hasMissing)) return 'always the same'
  if (isIdentifier(present)) return 'nearly every row has its own value'
  let sum = 0
  for (const value of values) sum += squeeze(Number.isNaN(value) ? median : value)
  const mean = sum / values.length
  let squares = 0
  for (const value of values) squares += (squeeze(Number.isNaN(value) ? median : value) - mean) ** 2
  const sd = Math.sqrt(squares / values.length)
  return {
    kind: 'numeric',
    name,
    median,
    mean,
    sd: sd > 1e-12 ? sd : 1,
    column: place(),
    missingColumn: hasMissing ? place() : null,
  }
}

/** Whole numbers close together and never the same twice: a number that names the row. Large sums differ as well, but lie apart. */
function isIdentifier(sorted: Float64Array): boolean {
  for (let i = 0; i < sorted.length; i += 1) {
    if (!Number.isInteger(sorted[i]) || (i > 0 && sorted[i] === sorted[i - 1])) return false
  }
  return sorted.length >= 50 && (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) <= 100 * sorted.length
}

function categorical(column: CategoricalColumn, place: () => number): CategoricalEncoding | LeftOut['because'] {
  const counts = new Uint32Array(column.levels.length)
  let missing = 0
  let others = 0
  for (const code of column.codes) {
    if (code < 0) missing += 1
    else counts[code] = (counts[code] ?? 0) + 1
  }
  const frequent: string[] = []
  column.levels.forEach((level, code) => {
    const count = counts[code] ?? 0
    if (count >= RARE_ROWS) frequent.push(level)
    else others += count
  })
  if (frequent.length === 0 && others > column.codes.length / 2) return 'nearly every row has its own value'
  if (frequent.length + (missing > 0 ? 1 : 0) + (others > 0 ? 1 : 0) < 2) return 'always the same'
  return {
    kind: 'categorical',
    name: column.name,
    levels: frequent.map((level) => ({ level, column: place() })),
    missingColumn: missing > 0 ? place() : null,
    otherColumn: others > 0 ? place() : null,
  }
}
