import type { Chain } from './chain.ts'
import type { Journeys } from './journeys.ts'

/** Up to so many labels counts lie in a square; above, only those that are met are kept. */
const MOST_SQUARE = 1000

/**
 * How many went from one label to the next, kept up to date: row 0 is the start, 1 + label a touch. Journeys are added and taken away; counts
 * are whole, so that what was taken away was never there.
 */
export type Transitions = {
  stride: number
  square: Float64Array | null
  rows: Map<number, number>[]
  converted: Float64Array
  lost: Float64Array
}

export function noTransitions(): Transitions {
  return { stride: 0, square: new Float64Array(0), rows: [], converted: new Float64Array(0), lost: new Float64Array(0) }
}

export function putTransitions(kept: Transitions, journeys: Journeys, sign: 1 | -1): void {
  const { offsets, touches, conversions, nulls, count, labels } = journeys
  if (labels.length + 1 > kept.stride) widen(kept, labels.length + 1)
  for (let j = 0; j < count; j += 1) {
    const converted = sign * (conversions[j] ?? 0)
    const lost = sign * (nulls[j] ?? 0)
    const weight = converted + lost
    const from = offsets[j] ?? 0
    const end = offsets[j + 1] ?? 0
    if (weight === 0 || from === end) continue
    let row = 0
    for (let i = from; i < end; i += 1) {
      const column = (touches[i] ?? 0) + 1
      add(kept, row, column, weight)
      row = column
    }
    kept.converted[row] = (kept.converted[row] ?? 0) + converted
    kept.lost[row] = (kept.lost[row] ?? 0) + lost
  }
}

function add({ square, stride, rows }: Transitions, row: number, column: number, weight: number): void {
  if (square !== null) {
    const cell = row * stride + column
    square[cell] = (square[cell] ?? 0) + weight
    return
  }
  const cells = rows[row]
  if (cells === undefined) return
  const count = (cells.get(column) ?? 0) + weight
  if (count === 0) cells.delete(column)
  else cells.set(column, count)
}

function widen(kept: Transitions, least: number): void {
  const stride = Math.max(least, kept.stride * 2, 16)
  const { square } = kept
  if (square !== null && stride > MOST_SQUARE) {
    for (let row = 0; row < kept.stride; row += 1) {
      const cells = new Map<number, number>()
      for (let column = 1; column < kept.stride; column += 1) {
        const count = square[row * kept.stride + column] ?? 0
        if (count !== 0) cells.set(column, count)
      }
      kept.rows.push(cells)
    }
    kept.square = null
  } else if (square !== null) {
    const wider = new Float64Array(stride * stride)
    for (let row = 0; row < kept.stride; row += 1)
      wider.set(square.subarray(row * kept.stride, (row + 1) * kept.stride), row * stride)
    kept.square = wider
  }
  if (kept.square === null) while (kept.rows.length < stride) kept.rows.push(new Map())
  const longer = (column: Float64Array): Float64Array => {
    const wider = new Float64Array(stride)
    wider.set(column)
    return wider
  }
  kept.converted = longer(kept.converted)
  kept.lost = longer(kept.lost)
  kept.stride = stride
}

/** The first-order chain of these labels, by their places in `order`: the same digits in whatever order labels came in. */
export function chainOfTransitions(kept: Transitions, order: readonly number[]): Chain {
  const states = order.length + 1
  const placeOf = new Int32Array(Math.max(kept.stride, 1)).fill(-1)
  for (const [place, label] of order.entries()) if (label + 1 < placeOf.length) placeOf[label + 1] = place + 1
  const rowStart = new Uint32Array(states + 1)
  const to: number[] = []
  const probability: number[] = []
  const converting = new Float64Array(states)
  for (let row = 0; row < states; row += 1) {
    const source = row === 0 ? 0 : (order[row - 1] ?? 0) + 1
    const cells = cellsOf(kept, source, placeOf)
    const converted = kept.converted[source] ?? 0
    let sum = converted + (kept.lost[source] ?? 0)
    for (const { count } of cells) sum += count
    for (const { place, count } of cells) {
      to.push(place)
      probability.push(count / sum)
    }
    if (sum > 0) converting[row] = converted / sum
    rowStart[row + 1] = to.length
  }
  return {
    states,
    latest: Int32Array.from({ length: states }, (_, state) => state - 1),
    rowStart,
    to: Uint32Array.from(to),
    probability: Float64Array.from(probability),
    converting,
  }
}

type Cell = { place: number; count: number }

function cellsOf({ square, stride, rows }: Transitions, source: number, placeOf: Int32Array): Cell[] {
  const cells: Cell[] = []
  if (source >= stride) return cells
  if (square === null) {
    for (const [column, count] of rows[source] ?? []) cells.push({ place: placeOf[column] ?? -1, count })
  } else
    for (let column = 1; column < stride; column += 1) {
      const count = square[source * stride + column] ?? 0
      if (count !== 0) cells.push({ place: placeOf[column] ?? -1, count })
    }
  return cells.filter(({ place }) => place >= 0).sort((a, b) => a.place - b.place)
}
