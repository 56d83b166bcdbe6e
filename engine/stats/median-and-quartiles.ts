import { quantileOfSorted } from './quantile.ts'

export type Quartiles = { readonly n: number; readonly p25: number; readonly median: number; readonly p75: number }

/** Quartiles (type 7) of values in any order, with their number. Null when there are none. */
export function medianAndQuartiles(values: ArrayLike<number>): Quartiles | null {
  const sorted = Float64Array.from(values).sort()
  const p25 = quantileOfSorted(sorted, 0.25)
  const median = quantileOfSorted(sorted, 0.5)
  const p75 = quantileOfSorted(sorted, 0.75)
  return p25 === null || median === null || p75 === null ? null : { n: sorted.length, p25, median, p75 }
}
