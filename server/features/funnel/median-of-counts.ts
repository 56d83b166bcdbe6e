/** A value and how many times it occurs. */
export type Counted = { value: number; n: number }

/**
 * The median of values given by their counts, in the unit of the values: with an even number of them the middle of the two
 * in the middle. Null when there are none.
 */
export function medianOfCounts(counts: readonly Counted[]): number | null {
  const ordered = [...counts].sort((a, b) => a.value - b.value)
  const total = ordered.reduce((sum, { n }) => sum + n, 0)
  if (total === 0) return null
  const low = valueAt(ordered, Math.floor((total - 1) / 2))
  const high = valueAt(ordered, Math.floor(total / 2))
  return (low + high) / 2
}

function valueAt(ordered: readonly Counted[], index: number): number {
  let before = 0
  for (const { value, n } of ordered) {
    before += n
    if (index < before) return value
  }
  throw new RangeError(`no value at ${index}`)
}
