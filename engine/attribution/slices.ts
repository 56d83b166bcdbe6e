/**
 * Rows of each party lie together and in order: `length[party]` of them from `first[party]`. A party whose rows change is written anew
 * behind the others; the places it leaves are dead until the columns are packed.
 */
export type Sliced = {
  first: Uint32Array
  length: Uint32Array
  /** Rows written, dead ones included, and how many are dead. */
  count: number
  dead: number
}
export type Column = Float64Array | Uint32Array | Uint8Array

export const START = 1024
/** Room left behind a large filling, so that the next few rows move nothing. */
const SLACK = 1.125
const SHORT = 48

export function emptySlices(): Sliced {
  return { first: new Uint32Array(START), length: new Uint32Array(START), count: 0, dead: 0 }
}

export function dropSlices(slices: Sliced, parties: ArrayLike<number>): void {
  for (let i = 0; i < parties.length; i += 1) {
    const party = parties[i] ?? 0
    if (party >= slices.length.length) continue
    slices.dead += slices.length[party] ?? 0
    slices.length[party] = 0
  }
}

export function rowsOf({ first, length }: Sliced, party: number): number[] {
  return Array.from({ length: length[party] ?? 0 }, (_, i) => (first[party] ?? 0) + i)
}

/** Where the rows to be written come from, in their order: i of the appended ones, or -1 - row of those already there. */
export type Plan = { from: number; sources: Int32Array }

/**
 * Gives each party its place for the rows it has and those appended, merged by the keys: the first that differs decides. The columns are
 * written by `follow` afterwards.
 */
export function planMerge(
  slices: Sliced,
  party: ArrayLike<number>,
  keys: readonly { readonly added: ArrayLike<number>; readonly present: ArrayLike<number> }[],
): Plan {
  const { rows, parties, ends } = byParty(party)
  makeRoom(slices, parties)
  let kept = 0
  for (let p = 0; p < parties.length; p += 1) kept += slices.length[parties[p] ?? 0] ?? 0
  const plan = { from: slices.count, sources: new Int32Array(rows.length + kept) }
  const isBefore = (a: number, b: number): boolean => {
    for (let k = 0; k < keys.length; k += 1) {
      const added = keys[k]?.added
      const difference = (added?.[a] ?? 0) - (added?.[b] ?? 0)
      if (difference !== 0) return difference < 0
    }
    return false
  }
  const isBeforePresent = (a: number, row: number): boolean => {
    for (let k = 0; k < keys.length; k += 1) {
      const difference = (keys[k]?.added[a] ?? 0) - (keys[k]?.present[row] ?? 0)
      if (difference !== 0) return difference < 0
    }
    return false
  }
  let at = 0
  let from = 0
  for (let p = 0; p < parties.length; p += 1) {
    const own = parties[p] ?? 0
    const end = ends[p] ?? 0
    sortRange(rows, from, end, isBefore)
    let old = slices.first[own] ?? 0
    let left = slices.length[own] ?? 0
    slices.dead += left
    slices.first[own] = plan.from + at
    slices.length[own] = left + end - from
    for (let i = from; i < end; i += 1) {
      const row = rows[i] ?? 0
      for (; left > 0 && !isBeforePresent(row, old); left -= 1, old += 1, at += 1) plan.sources[at] = -1 - old
      plan.sources[at] = row
      at += 1
    }
    for (; left > 0; left -= 1, old += 1, at += 1) plan.sources[at] = -1 - old
    from = end
  }
  slices.count = plan.from + at
  return plan
}

/** Writes a column as it was planned; gives it back, or a longer one in its place. */
export function follow<T extends Column>(
  { from, sources }: Plan,
  column: T,
  added: ArrayLike<number>,
  make: (length: number) => T,
): T {
  const total = from + sources.length
  const into = grown(column, total, make)
  for (let i = 0; i < sources.length; i += 1) {
    const source = sources[i] ?? 0
    into[from + i] = source >= 0 ? (added[source] ?? 0) : (into[-1 - source] ?? 0)
  }
  return into
}

/** Whether most rows are dead: each change leaves only a few, so that this is rare. */
export function isSparse({ count, dead }: Sliced): boolean {
  return count > START && dead * 2 > count
}

/** Writes the living rows together again, in the order of their parties. */
export function pack(slices: Sliced, columns: readonly Column[]): void {
  const order = new Uint32Array(slices.count - slices.dead)
  let at = 0
  for (let party = 0; party < slices.length.length; party += 1) {
    const first = slices.first[party] ?? 0
    const length = slices.length[party] ?? 0
    slices.first[party] = at
    for (let i = 0; i < length; i += 1) order[at + i] = first + i
    at += length
  }
  slices.count = at
  slices.dead = 0
  const scratch = new Float64Array(at)
  for (const column of columns) {
    for (let i = 0; i < at; i += 1) scratch[i] = column[order[i] ?? 0] ?? 0
    column.set(scratch)
  }
}

type Order = { rows: Uint32Array; parties: ArrayLike<number>; ends: ArrayLike<number> }

/** Appended rows party by party, with the parties they are of and where each one's rows end. */
function byParty(party: ArrayLike<number>): Order {
  const count = party.length
  let most = -1
  for (let i = 0; i < count; i += 1) most = Math.max(most, party[i] ?? 0)
  if (count < most / 8) return byFewParties(party)
  const next = new Uint32Array(most + 1)
  for (let i = 0; i < count; i += 1) next[party[i] ?? 0] = (next[party[i] ?? 0] ?? 0) + 1
  let met = 0
  let sum = 0
  for (let p = 0; p <= most; p += 1) {
    const own = next[p] ?? 0
    if (own > 0) met += 1
    next[p] = sum
    sum += own
  }
  const rows = new Uint32Array(count)
  for (let i = 0; i < count; i += 1) {
    const p = party[i] ?? 0
    const at = next[p] ?? 0
    rows[at] = i
    next[p] = at + 1
  }
  const parties = new Uint32Array(met)
  const ends = new Uint32Array(met)
  let end = 0
  met = 0
  for (let p = 0; p <= most; p += 1) {
    if ((next[p] ?? 0) === end) continue
    end = next[p] ?? 0
    parties[met] = p
    ends[met] = end
    met += 1
  }
  return { rows, parties, ends }
}

function byFewParties(party: ArrayLike<number>): Order {
  const groups = Map.groupBy(
    Array.from({ length: party.length }, (_, i) => i),
    (i) => party[i] ?? 0,
  )
  let end = 0
  return {
    rows: Uint32Array.from([...groups.values()].flat()),
    parties: [...groups.keys()],
    ends: Array.from(groups.values(), (rows) => {
      end += rows.length
      return end
    }),
  }
}

/** Sorts a few rows in place; they mostly come in order already. */
export function sortRange(
  rows: Uint32Array,
  from: number,
  end: number,
  isBefore: (a: number, b: number) => boolean,
): void {
  if (end - from > SHORT) {
    rows.subarray(from, end).sort((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : a - b))
    return
  }
  for (let i = from + 1; i < end; i += 1) {
    const row = rows[i] ?? 0
    let k = i - 1
    while (k >= from && isBefore(row, rows[k] ?? 0)) {
      rows[k + 1] = rows[k] ?? 0
      k -= 1
    }
    rows[k + 1] = row
  }
}

function makeRoom(slices: Sliced, parties: ArrayLike<number>): void {
  let most = slices.first.length - 1
  for (let i = 0; i < parties.length; i += 1) most = Math.max(most, parties[i] ?? 0)
  const make = (length: number): Uint32Array<ArrayBuffer> => new Uint32Array(length)
  slices.first = grown(slices.first, most + 1, make)
  slices.length = grown(slices.length, most + 1, make)
}

function grown<T extends Column>(column: T, length: number, make: (length: number) => T): T {
  if (length <= column.length) return column
  const wider = make(Math.ceil(Math.max(length * SLACK, column.length * 1.5)))
  wider.set(column)
  return wider
}
