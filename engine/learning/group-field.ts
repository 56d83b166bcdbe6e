import { quantileOfSorted } from '../stats/quantile.ts'
import { RARE_ROWS } from './fit-encoding.ts'
import type { Column } from './table.ts'

/** A column as a few groups of rows: numbers by twentieths, rare levels together, missing values apart. */
export type FieldGroups = { readonly groups: Int32Array; readonly count: number }

export function groupField(column: Column): FieldGroups {
  return column.kind === 'numeric' ? groupNumbers(column.values) : groupLevels(column.codes, column.levels.length)
}

function groupNumbers(values: Float64Array): FieldGroups {
  const edges = binEdges(values, 20)
  const count = edges.length + 2
  return { groups: Int32Array.from(values, (value) => (Number.isNaN(value) ? count - 1 : binOf(edges, value))), count }
}

function groupLevels(codes: Int32Array, levels: number): FieldGroups {
  const rows = new Uint32Array(levels)
  for (const code of codes) if (code >= 0) rows[code] = (rows[code] ?? 0) + 1
  const groupOf = Int32Array.from(rows, (n, code) => (n < RARE_ROWS ? levels : code))
  return {
    groups: Int32Array.from(codes, (code) => (code < 0 ? levels + 1 : (groupOf[code] ?? levels))),
    count: levels + 2,
  }
}

/** Up to `bins` - 1 rising edges that cut the numbers into about equal parts; missing ones play no part. */
export function binEdges(values: Float64Array, bins: number): number[] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  const edges: number[] = []
  for (let i = 1; i < bins; i += 1) {
    const edge = quantileOfSorted(sorted, i / bins)
    if (edge !== null && edge > (edges.at(-1) ?? sorted[0] ?? edge)) edges.push(edge)
  }
  return edges
}

/** Which part a number falls in: 0 below the first edge, i from edge i - 1 on. */
export function binOf(edges: readonly number[], value: number): number {
  let bin = 0
  while (bin < edges.length && value >= (edges[bin] ?? 0)) bin += 1
  return bin
}
