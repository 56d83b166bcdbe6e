import type { Journeys } from './journeys.ts'
import { milestoneTouch } from './milestone-touch.ts'
import type { DealColumns, TouchColumns } from './touch-columns.ts'

export type PartyView = {
  readonly touches: TouchColumns
  readonly deals: DealColumns
  /** Names of labels, by the numbers that `places` gives to those of the columns. */
  readonly labels: readonly string[]
  readonly places?: ArrayLike<number>
  readonly dimension: number
  readonly level: number
  /** Touches so long before a conversion count, boundary included; Infinity: all. */
  readonly lookbackMs: number
  /** Only journeys that ended from the first moment on, and before the second. */
  readonly endedFromMs?: number
  readonly endedBeforeMs?: number
}

/**
 * Journeys of parties: one up to each deal of the level, or one without conversion for who has none. Touches are in order of time and
 * sequence, those after the deal or before the lookback left out.
 */
export function partyJourneys(view: PartyView, parties: ArrayLike<number>): Journeys {
  const { touches, deals, labels, lookbackMs } = view
  const fromMs = view.endedFromMs ?? Number.NEGATIVE_INFINITY
  const beforeMs = view.endedBeforeMs ?? Number.POSITIVE_INFINITY
  const writer = startWriting(parties.length, touches.count)
  const label = touches.labels[view.dimension] ?? new Uint32Array(0)
  const { atMs: times } = touches
  for (let p = 0; p < parties.length; p += 1) {
    const party = parties[p] ?? 0
    const first = touches.first[party] ?? 0
    const count = touches.length[party] ?? 0
    let won = 0
    const firstDeal = deals.first[party] ?? 0
    const endDeal = firstDeal + (deals.length[party] ?? 0)
    for (let deal = firstDeal; deal < endDeal; deal += 1) {
      if (deals.level[deal] !== view.level) continue
      won += 1
      const endMs = deals.atMs[deal] ?? 0
      if (endMs < fromMs || endMs >= beforeMs) continue
      const end = milestoneTouch(times, first, first + count, endMs) + 1 + first
      const begin = firstWithin(times, first, end, endMs, lookbackMs)
      writePath(writer, touches, begin, end, label, view.places)
      const leadMs = deals.leadAtMs[deal] ?? Number.NaN
      const opportunityMs = deals.opportunityAtMs[deal] ?? Number.NaN
      const leadTouch = leadMs <= endMs ? milestoneTouch(times, begin, end, leadMs) : -1
      const opportunityTouch = opportunityMs <= endMs ? milestoneTouch(times, begin, end, opportunityMs) : -1
      endPath(writer, 1, 0, deals.cents[deal] ?? 0, endMs, leadTouch, opportunityTouch)
    }
    if (won > 0 || count === 0) continue
    const endMs = times[first + count - 1] ?? 0
    if (endMs < fromMs || endMs >= beforeMs) continue
    writePath(
      writer,
      touches,
      firstWithin(times, first, first + count, endMs, lookbackMs),
      first + count,
      label,
      view.places,
    )
    endPath(writer, 0, 1, 0, endMs, -1, -1)
  }
  return { count: writer.journeys, labels, ...writer.columns }
}

function firstWithin(times: Float64Array, from: number, end: number, endMs: number, lookbackMs: number): number {
  let first = from
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
  touches: TouchColumns,
  begin: number,
  end: number,
  label: Uint32Array,
  places: ArrayLike<number> | undefined,
): void {
  const { columns } = writer
  if (writer.written + end - begin > columns.touches.length) {
    const length = Math.max(writer.written + end - begin, Math.ceil(columns.touches.length * 1.5))
    columns.touches = widened(columns.touches, new Uint32Array(length))
    columns.times = widened(columns.times, new Float64Array(length))
  }
  for (let row = begin; row < end; row += 1) {
    const own = label[row] ?? 0
    columns.touches[writer.written] = places === undefined ? own : (places[own] ?? 0)
    columns.times[writer.written] = touches.atMs[row] ?? 0
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
