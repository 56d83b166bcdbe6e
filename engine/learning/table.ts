export type NumericColumn = {
  readonly kind: 'numeric'
  readonly name: string
  /** NaN where missing. */
  readonly values: Float64Array
}

export type CategoricalColumn = {
  readonly kind: 'categorical'
  readonly name: string
  readonly levels: readonly string[]
  /** Index into `levels`; -1 where missing. */
  readonly codes: Int32Array
}

export type Column = NumericColumn | CategoricalColumn

/** What became of each row. */
export const POSITIVE = 1
export const NEGATIVE = 0
export const NOT_YET_KNOWN = -1

/** Rows of the past to learn from, column by column, in the order in which they happened where that is known. */
export type Table = {
  readonly rows: number
  readonly columns: readonly Column[]
  readonly target: string
  /** The value of the target that counts as a success. */
  readonly positive: string
  /** POSITIVE, NEGATIVE or NOT_YET_KNOWN. */
  readonly outcomes: Int8Array
  readonly isInTimeOrder: boolean
}

/** The same columns for some of the rows, in the order given. */
export function takeRows(table: Table, rows: ArrayLike<number>): Table {
  return {
    ...table,
    rows: rows.length,
    columns: table.columns.map((column) =>
      column.kind === 'numeric'
        ? { ...column, values: gather(new Float64Array(rows.length), column.values, rows) }
        : { ...column, codes: gather(new Int32Array(rows.length), column.codes, rows) },
    ),
    outcomes: gather(new Int8Array(rows.length), table.outcomes, rows),
  }
}

function gather<T extends { [index: number]: number }>(into: T, from: ArrayLike<number>, rows: ArrayLike<number>): T {
  for (let i = 0; i < rows.length; i += 1) into[i] = from[rows[i] ?? 0] ?? 0
  return into
}

/** Rows with a success. */
export function countPositives(table: Table): number {
  return table.outcomes.reduce((sum, outcome) => sum + (outcome === POSITIVE ? 1 : 0), 0)
}
