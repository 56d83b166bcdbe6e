/**
 * Touches and deals as they come in, in columns, and for each party the list of its own (through `next`, from `first` to `last`; -1
 * ends it). A party is whoever makes a journey together, a person or a company, by a small number that the caller gives.
 */
export type Listed = { first: Int32Array; last: Int32Array; next: Int32Array; count: number }

export type TouchColumns = Listed & { atMs: Float64Array; sequence: Float64Array; labels: Uint32Array[] }
export type DealColumns = Listed & {
  level: Uint8Array
  atMs: Float64Array
  cents: Float64Array
  leadAtMs: Float64Array
  opportunityAtMs: Float64Array
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
}

const START = 1024

function emptyList(): Listed {
  return {
    first: new Int32Array(START).fill(-1),
    last: new Int32Array(START).fill(-1),
    next: new Int32Array(START),
    count: 0,
  }
}

export function emptyTouches(dimensions: number): TouchColumns {
  return {
    ...emptyList(),
    atMs: new Float64Array(START),
    sequence: new Float64Array(START),
    labels: Array.from({ length: dimensions }, () => new Uint32Array(START)),
  }
}

export function emptyDeals(): DealColumns {
  return {
    ...emptyList(),
    level: new Uint8Array(START),
    atMs: new Float64Array(START),
    cents: new Float64Array(START),
    leadAtMs: new Float64Array(START),
    opportunityAtMs: new Float64Array(START),
  }
}

export function appendTouches(columns: TouchColumns, added: NewTouches): void {
  const total = columns.count + added.party.length
  columns.atMs = grown(columns.atMs, total, (length) => new Float64Array(length))
  columns.sequence = grown(columns.sequence, total, (length) => new Float64Array(length))
  columns.labels = columns.labels.map((column) => grown(column, total, (length) => new Uint32Array(length)))
  makeRoom(columns, added.party, total)
  for (let i = 0; i < added.party.length; i += 1) {
    const at = columns.count
    columns.atMs[at] = added.atMs[i] ?? 0
    columns.sequence[at] = added.sequence[i] ?? 0
    for (let d = 0; d < columns.labels.length; d += 1) {
      const column = columns.labels[d]
      if (column !== undefined) column[at] = added.labels[d]?.[i] ?? 0
    }
    link(columns, added.party[i] ?? 0)
  }
}

export function appendDeals(columns: DealColumns, added: NewDeals): void {
  const total = columns.count + added.party.length
  const wide = (column: Float64Array): Float64Array => grown(column, total, (length) => new Float64Array(length))
  columns.level = grown(columns.level, total, (length) => new Uint8Array(length))
  columns.atMs = wide(columns.atMs)
  columns.cents = wide(columns.cents)
  columns.leadAtMs = wide(columns.leadAtMs)
  columns.opportunityAtMs = wide(columns.opportunityAtMs)
  makeRoom(columns, added.party, total)
  for (let i = 0; i < added.party.length; i += 1) {
    const at = columns.count
    columns.level[at] = added.level[i] ?? 0
    columns.atMs[at] = added.atMs[i] ?? 0
    columns.cents[at] = added.cents[i] ?? 0
    columns.leadAtMs[at] = added.leadAtMs[i] ?? Number.NaN
    columns.opportunityAtMs[at] = added.opportunityAtMs[i] ?? Number.NaN
    link(columns, added.party[i] ?? 0)
  }
}

/** Puts the list of one party behind that of another; the first party has none afterwards. */
export function moveList(list: Listed, from: number, to: number): void {
  const first = list.first[from] ?? -1
  if (first < 0) return
  makeRoom(list, [to], list.count)
  const end = list.last[to] ?? -1
  if (end < 0) list.first[to] = first
  else list.next[end] = first
  list.last[to] = list.last[from] ?? -1
  dropList(list, from)
}

export function dropList(list: Listed, party: number): void {
  list.first[party] = -1
  list.last[party] = -1
}

function makeRoom(list: Listed, parties: ArrayLike<number>, total: number): void {
  list.next = grown(list.next, total, (length) => new Int32Array(length))
  let most = list.first.length - 1
  for (let i = 0; i < parties.length; i += 1) most = Math.max(most, parties[i] ?? 0)
  const wide = (length: number): Int32Array<ArrayBuffer> => new Int32Array(length).fill(-1)
  list.first = grown(list.first, most + 1, wide)
  list.last = grown(list.last, most + 1, wide)
}

function link(list: Listed, party: number): void {
  const at = list.count
  list.next[at] = -1
  const end = list.last[party] ?? -1
  if (end < 0) list.first[party] = at
  else list.next[end] = at
  list.last[party] = at
  list.count += 1
}

function grown<T extends { readonly length: number; set(from: T): void }>(
  column: T,
  length: number,
  make: (length: number) => T,
): T {
  if (length <= column.length) return column
  const wider = make(Math.max(length, Math.ceil(column.length * 1.5)))
  wider.set(column)
  return wider
}
