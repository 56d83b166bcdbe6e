import {
  type Column,
  dropSlices,
  emptySlices,
  follow,
  isSparse,
  pack,
  planMerge,
  rowsOf,
  type Sliced,
  START,
} from './slices.ts'

/**
 * Touches and conversions in columns. A party is whoever makes a journey together, a person or a company, by a small number that the caller
 * gives; its rows lie together, touches by time and sequence, conversions by level, time and worth.
 */
export type TouchColumns = Sliced & { atMs: Float64Array; sequence: Float64Array; labels: Uint32Array[] }
export type DealColumns = Sliced & {
  level: Uint8Array
  atMs: Float64Array
  cents: Float64Array
  leadAtMs: Float64Array
  opportunityAtMs: Float64Array
  /** The caller's own number of the conversion. */
  reference: Uint32Array
}

/** Appended touches, column by column. Among touches of one moment the lower sequence (such as the number of the fact) is first. */
export type NewTouches = {
  readonly party: ArrayLike<number>
  readonly atMs: ArrayLike<number>
  readonly sequence: ArrayLike<number>
  /** A column for each dimension of the book, with labels by number. */
  readonly labels: readonly ArrayLike<number>[]
}

/** Appended conversions. `level` is the caller's (a lead, an opportunity, a won deal); NaN is a milestone that is not known. */
export type NewDeals = {
  readonly party: ArrayLike<number>
  readonly level: ArrayLike<number>
  readonly atMs: ArrayLike<number>
  readonly cents: ArrayLike<number>
  readonly leadAtMs: ArrayLike<number>
  readonly opportunityAtMs: ArrayLike<number>
  readonly reference?: ArrayLike<number>
}

const wide = (length: number): Float64Array => new Float64Array(length)
const whole = (length: number): Uint32Array => new Uint32Array(length)
const NOTHING: readonly number[] = []

export function emptyTouches(dimensions: number): TouchColumns {
  return {
    ...emptySlices(),
    atMs: wide(START),
    sequence: wide(START),
    labels: Array.from({ length: dimensions }, () => whole(START)),
  }
}

export function emptyDeals(): DealColumns {
  return {
    ...emptySlices(),
    level: new Uint8Array(START),
    atMs: wide(START),
    cents: wide(START),
    leadAtMs: wide(START),
    opportunityAtMs: wide(START),
    reference: whole(START),
  }
}

/** Puts touches to those of their parties. */
export function appendTouches(columns: TouchColumns, added: NewTouches): void {
  if (isSparse(columns)) pack(columns, [columns.atMs, columns.sequence, ...columns.labels])
  const plan = planMerge(columns, added.party, [
    { added: added.atMs, present: columns.atMs },
    { added: added.sequence, present: columns.sequence },
  ])
  columns.atMs = follow(plan, columns.atMs, added.atMs, wide)
  columns.sequence = follow(plan, columns.sequence, added.sequence, wide)
  columns.labels = columns.labels.map((column, d) => follow(plan, column, added.labels[d] ?? NOTHING, whole))
}

/** Puts conversions to those of their parties. */
export function appendDeals(columns: DealColumns, added: NewDeals): void {
  const { level, atMs, cents, leadAtMs, opportunityAtMs, reference } = columns
  if (isSparse(columns)) pack(columns, [level, atMs, cents, leadAtMs, opportunityAtMs, reference])
  const own = added.reference ?? NOTHING
  const plan = planMerge(columns, added.party, [
    { added: added.level, present: level },
    { added: added.atMs, present: atMs },
    { added: added.cents, present: cents },
    { added: own, present: reference },
  ])
  columns.level = follow(plan, level, added.level, (length) => new Uint8Array(length))
  columns.atMs = follow(plan, atMs, added.atMs, wide)
  columns.cents = follow(plan, cents, added.cents, wide)
  columns.leadAtMs = follow(plan, leadAtMs, added.leadAtMs, wide)
  columns.opportunityAtMs = follow(plan, opportunityAtMs, added.opportunityAtMs, wide)
  columns.reference = follow(plan, reference, own, whole)
}

/** Puts the rows of a party to those of another; the first party has none afterwards. */
export function moveTouches(columns: TouchColumns, from: number, to: number): void {
  const rows = rowsOf(columns, from)
  const [atMs = NOTHING, sequence = NOTHING, ...labels] = picked(rows, [
    columns.atMs,
    columns.sequence,
    ...columns.labels,
  ])
  dropSlices(columns, [from])
  appendTouches(columns, { party: rows.map(() => to), atMs, sequence, labels })
}

export function moveDeals(columns: DealColumns, from: number, to: number): void {
  const rows = rowsOf(columns, from)
  const [level = NOTHING, atMs = NOTHING, cents = NOTHING, leadAtMs = NOTHING, opportunityAtMs = NOTHING, reference] =
    picked(rows, [
      columns.level,
      columns.atMs,
      columns.cents,
      columns.leadAtMs,
      columns.opportunityAtMs,
      columns.reference,
    ])
  dropSlices(columns, [from])
  appendDeals(columns, {
    party: rows.map(() => to),
    level,
    atMs,
    cents,
    leadAtMs,
    opportunityAtMs,
    ...(reference === undefined ? {} : { reference }),
  })
}

function picked(rows: readonly number[], columns: readonly Column[]): number[][] {
  return columns.map((column) => rows.map((row) => column[row] ?? 0))
}
