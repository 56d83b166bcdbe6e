import {
  type CategoricalEncoding,
  type Encoding,
  type FieldEncoding,
  type NumericEncoding,
  squeeze,
} from './encoding.ts'
import type { CategoricalColumn, Column, NumericColumn } from './table.ts'

/**
 * A design matrix with the same few places used in every row: entry i of row r is `values[r * width + i]` in column
 * `places[r * width + i]`. One-hot columns cost one entry a field, however many levels there are.
 */
export type Design = {
  readonly rows: number
  readonly width: number
  readonly columns: number
  readonly places: Int32Array
  readonly values: Float64Array
}

/** Rows turned into numbers as the encoding says. A column the encoding knows and the rows lack counts as missing. */
export function encodeRows(encoding: Encoding, columns: readonly Column[], rows: number): Design {
  const width = encoding.fields.reduce((sum, field) => sum + widthOf(field), 0)
  const design: Design = {
    rows,
    width,
    columns: encoding.columns,
    places: new Int32Array(rows * width),
    values: new Float64Array(rows * width),
  }
  const byName = new Map(columns.map((column) => [column.name, column]))
  let slot = 0
  for (const field of encoding.fields) {
    const column = byName.get(field.name)
    if (field.kind === 'numeric') {
      fillNumeric(design, slot, field, column?.kind === 'numeric' ? column : null)
    } else {
      fillCategorical(design, slot, field, column?.kind === 'categorical' ? column : null)
    }
    slot += widthOf(field)
  }
  return design
}

function widthOf(field: FieldEncoding): number {
  return field.kind === 'numeric' && field.missingColumn !== null ? 2 : 1
}

function fillNumeric(design: Design, slot: number, field: NumericEncoding, column: NumericColumn | null): void {
  const { places, values, width } = design
  for (let row = 0; row < design.rows; row += 1) {
    const at = row * width + slot
    const value = column?.values[row] ?? Number.NaN
    const isMissing = Number.isNaN(value)
    places[at] = field.column
    values[at] = (squeeze(isMissing ? field.median : value) - field.mean) / field.sd
    if (field.missingColumn === null) continue
    places[at + 1] = field.missingColumn
    values[at + 1] = isMissing ? 1 : 0
  }
}

function fillCategorical(
  design: Design,
  slot: number,
  field: CategoricalEncoding,
  column: CategoricalColumn | null,
): void {
  const placeOf = new Map(field.levels.map(({ level, column: place }) => [level, place]))
  const byCode = (column?.levels ?? []).map((level) => placeOf.get(level) ?? field.otherColumn)
  for (let row = 0; row < design.rows; row += 1) {
    const at = row * design.width + slot
    const code = column?.codes[row] ?? -1
    const place = code < 0 ? field.missingColumn : (byCode[code] ?? null)
    design.places[at] = place ?? 0
    design.values[at] = place === null ? 0 : 1
  }
}

/** The mean of every column. */
export function columnMeans({ rows, columns, places, values }: Design): Float64Array {
  const means = new Float64Array(columns)
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] ?? 0
    means[place] = (means[place] ?? 0) + (values[i] ?? 0) / rows
  }
  return means
}

/** intercept + Σ weight x value of every row: the log-odds. */
export function logOddsOf(design: Design, intercept: number, weights: ArrayLike<number>): Float64Array {
  const { rows, width, places, values } = design
  const found = new Float64Array(rows)
  for (let row = 0; row < rows; row += 1) {
    let sum = intercept
    const end = (row + 1) * width
    for (let i = row * width; i < end; i += 1) sum += (weights[places[i] ?? 0] ?? 0) * (values[i] ?? 0)
    found[row] = sum
  }
  return found
}
