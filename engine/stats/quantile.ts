/**
 * The q-th quantile (0 <= q <= 1) of values in any order, in their unit: type 7 of Hyndman & Fan 1996, linear between the
 * values at (n - 1) q, as R, NumPy and spreadsheets do. Null when there are no values or q is outside 0..1.
 */
export function quantile(values: ArrayLike<number>, q: number): number | null {
  return quantileOfSorted(Float64Array.from(values).sort(), q)
}

/** The same for values already in ascending order. */
export function quantileOfSorted(sorted: ArrayLike<number>, q: number): number | null {
  if (sorted.length === 0 || !(q >= 0 && q <= 1)) return null
  const position = (sorted.length - 1) * q
  const below = Math.floor(position)
  const low = sorted[below] ?? 0
  const high = sorted[below + 1] ?? low
  return low + (position - below) * (high - low)
}
