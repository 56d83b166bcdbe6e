import type { Journeys } from './journeys.ts'
import { milestoneTouch } from './milestone-touch.ts'
import type { DealColumns, Listed, TouchColumns } from './touch-columns.ts'

export type PartyView = {
  readonly touches: TouchColumns
  readonly deals: DealColumns
  readonly labels: readonly string[]
  readonly dimension: number
  readonly level: number
  /** Touches so long before a conversion count, boundary included; Infinity: all. */
  readonly lookbackMs: number
}

/**
 * Journeys of parties: one up to each deal of the level, or one without conversion for who has none. Touches are in order of time and
 * sequence, those after the deal or before the lookback left out.
 */
export function partyJourneys(view: PartyView, parties: ArrayLike<number>): Journeys {
  const { touches, deals, labels, dimension, lookbackMs } = view
  const writer = startWriting(parties.length, touches.count)
  const own = { rows: new Int32Array(64), count: 0 }
  const won = { rows: new Int32Array(16), count: 0 }
  const times = { values: new Float64Array(64) }
  const label = touches.labels[dimension] ?? new Uint32Array(0)
  for (let p = 0; p < parties.length; p += 1) {
    const party = parties[p] ?? 0
    collect(touches, party, own)
    sortRows(own.rows, own.count, touches.atMs, touches.sequence)
    collect(deals, party, won)
    keepLevel(won, deals.level, view.level)
    sortRows(won.rows, won.count, deals.atMs, deals.cents)
    if (times.values.length < own.count) times.values = new Float64Array(own.rows.length)
    for (let i = 0; i < own.count; i += 1) times.values[i] = touches.atMs[own.rows[i] ?? 0] ?? 0
    if (won.count === 0 && own.count > 0) {
      const endMs = times.values[own.count - 1] ?? 0
      writePath(
        writer,
        own.rows,
        times.values,
        firstWithin(times.values, own.count, endMs, lookbackMs),
        own.count,
        label,
      )
      endPath(writer, 0, 1, 0, endMs, -1, -1)
    }
    for (let d = 0; d < won.count; d += 1) {
      const deal = won.rows[d] ?? 0
      const endMs = deals.atMs[deal] ?? 0
      const end = milestoneTouch(times.values, 0, own.count, endMs) + 1
      const begin = firstWithin(times.values, end, endMs, lookbackMs)
      writePath(writer, own.rows, times.values, begin, end, label)
      const place = (atMs: number): number => (atMs <= endMs ? milestoneTouch(times.values, begin, end, atMs) : -1)
      const leadTouch = place(deals.leadAtMs[deal] ?? Number.NaN)
      endPath(writer, 1, 0, deals.cents[deal] ?? 0, endMs, leadTouch, place(deals.opportunityAtMs[deal] ?? Number.NaN))
    }
  }
  return { count: writer.journeys, labels, ...writer.columns, offsets: writer.columns.offsets }
}

type Rows = { rows: Int32Array; count: number }

function collect(list: Listed, party: number, into: Rows): void {
  let count = 0
  for (let at = list.first[party] ?? -1; at >= 0; at = list.next[at] ?? -1) {
    if (count === into.rows.length) {
      const wider = new Int32Array(count * 2)
      wider.set(into.rows)
      into.rows = wider
    }
    into.rows[count] = at
    count += 1
  }
  into.count = count
}

function keepLevel(found: Rows, levels: Uint8Array, level: number): void {
  let kept = 0
  for (let i = 0; i < found.count; i += 1) {
    const row = found.rows[i] ?? 0
    if (levels[row] !== level) continue
    found.rows[kept] = row
    kept += 1
  }
  found.count = kept
}

const SHORT = 48

/** Ascending by time, then by the second column. Rows mostly come in order already. */
function sortRows(rows: Int32Array, count: number, atMs: Float64Array, second: Float64Array): void {
  const compare = (a: number, b: number): number =>
    (atMs[a] ?? 0) - (atMs[b] ?? 0) || (second[a] ?? 0) - (second[b] ?? 0) || a - b
  if (count > SHORT) {
    rows.subarray(0, count).sort(compare)
    return
  }
  for (let i = 1; i < count; i += 1) {
    const row = rows[i] ?? 0
    let k = i - 1
    while (k >= 0 && compare(rows[k] ?? 0, row) > 0) {
      rows[k + 1] = rows[k] ?? 0
      k -= 1
    }
    rows[k + 1] = row
  }
}

function firstWithin(times: Float64Array, end: number, endMs: number, lookbackMs: number): number {
  let first = 0
  while (first < end && endMs - (times[first] ?? 0) > lookbackMs) first += 1
  return first
}

type Columns = {
  offsets: Uint32Array
  touches: Uint32Array
  times: Float64Array
  conversions: Float64Array
  nulls: Float64Array
  cents: Float64Array
  endedAt: Float64Array
  leadTouch: Int32Array
  opportunityTouch: Int32Array
}
type Writer = { journeys: number; written: number; columns: Columns }

function startWriting(journeys: number, touches: number): Writer {
  const paths = Math.min(touches, journeys * 8) + 64
  return {
    journeys: 0,
    written: 0,
    columns: {
      offsets: new Uint32Array(journeys + 2),
      touches: new Uint32Array(paths),
      times: new Float64Array(paths),
      conversions: new Float64Array(journeys + 1),
      nulls: new Float64Array(journeys + 1),
      cents: new Float64Array(journeys + 1),
      endedAt: new Float64Array(journeys + 1),
      leadTouch: new Int32Array(journeys + 1),
      opportunityTouch: new Int32Array(journeys + 1),
    },
  }
}

function writePath(
  writer: Writer,
  rows: Int32Array,
  times: Float64Array,
  begin: number,
  end: number,
  label: Uint32Array,
): void {
  const { columns } = writer
  if (writer.written + end - begin > columns.touches.length) {
    const length = Math.max(writer.written + end - begin, Math.ceil(columns.touches.length * 1.5))
    columns.touches = widened(columns.touches, new Uint32Array(length))
    columns.times = widened(columns.times, new Float64Array(length))
  }
  for (let i = begin; i < end; i += 1) {
    columns.touches[writer.written] = label[rows[i] ?? 0] ?? 0
    columns.times[writer.written] = times[i] ?? 0
    writer.written += 1
  }
}

function endPath(
  writer: Writer,
  conversions: number,
  nulls: number,
  cents: number,
  endMs: number,
  leadTouch: number,
  opportunityTouch: number,
): void {
  const { columns, journeys } = writer
  if (journeys === columns.conversions.length) {
    const length = journeys * 2 + 16
    columns.offsets = widened(columns.offsets, new Uint32Array(length + 1))
    columns.conversions = widened(columns.conversions, new Float64Array(length))
    columns.nulls = widened(columns.nulls, new Float64Array(length))
    columns.cents = widened(columns.cents, new Float64Array(length))
    columns.endedAt = widened(columns.endedAt, new Float64Array(length))
    columns.leadTouch = widened(columns.leadTouch, new Int32Array(length))
    columns.opportunityTouch = widened(columns.opportunityTouch, new Int32Array(length))
  }
  columns.conversions[journeys] = conversions
  columns.nulls[journeys] = nulls
  columns.cents[journeys] = cents
  columns.endedAt[journeys] = endMs
  columns.leadTouch[journeys] = leadTouch
  columns.opportunityTouch[journeys] = opportunityTouch
  writer.journeys += 1
  columns.offsets[writer.journeys] = writer.written
}

function widened<T extends { set(from: T): void }>(column: T, wider: T): T {
  wider.set(column)
  return wider
}
