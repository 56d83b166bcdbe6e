import type { Journeys } from './journeys.ts'

/** Places of the journeys in an order that depends on what they hold alone, so that seeded draws do not depend on how a file was sorted. */
export function canonicalOrder(journeys: Journeys): Uint32Array {
  const { count, offsets, touches, times, conversions, nulls, cents } = journeys
  const length = (j: number): number => (offsets[j + 1] ?? 0) - (offsets[j] ?? 0)
  const compare = (a: number, b: number): number => {
    const n = length(a)
    if (n !== length(b)) return n - length(b)
    const atA = offsets[a] ?? 0
    const atB = offsets[b] ?? 0
    for (let i = 0; i < n; i += 1) {
      const difference = (touches[atA + i] ?? 0) - (touches[atB + i] ?? 0)
      if (difference !== 0) return difference
    }
    const others =
      (conversions[a] ?? 0) - (conversions[b] ?? 0) ||
      (nulls[a] ?? 0) - (nulls[b] ?? 0) ||
      (cents[a] ?? 0) - (cents[b] ?? 0)
    if (others !== 0 || times === null) return others
    for (let i = 0; i < n; i += 1) {
      const difference = (times[atA + i] ?? 0) - (times[atB + i] ?? 0)
      if (difference !== 0) return difference
    }
    return 0
  }
  return Uint32Array.from({ length: count }, (_, j) => j).sort(compare)
}
