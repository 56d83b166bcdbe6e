/**
 * Sums that come out the same, to the last bit, in whatever order the terms are added or taken away again: each sum is kept in two
 * numbers, the second holding what rounding took from the first (Knuth's two-sum), and terms are multiples of a fixed small quantum.
 */
export type ExactSums = { high: Float64Array; low: Float64Array }

export function exactSums(count: number): ExactSums {
  return { high: new Float64Array(count), low: new Float64Array(count) }
}

export function addExact(sums: ExactSums, at: number, term: number): void {
  const { high, low } = sums
  const before = high[at] ?? 0
  const sum = before + term
  const back = sum - before
  high[at] = sum
  low[at] = (low[at] ?? 0) + (before - (sum - back) + (term - back))
}

export function totalsOf({ high, low }: ExactSums): Float64Array {
  return high.map((value, i) => value + (low[i] ?? 0))
}

/** The sum widened to hold more counters. */
export function widenSums(sums: ExactSums, count: number): void {
  if (count <= sums.high.length) return
  const wider = exactSums(Math.max(count, sums.high.length * 2))
  wider.high.set(sums.high)
  wider.low.set(sums.low)
  sums.high = wider.high
  sums.low = wider.low
}

// Powers of two, so that multiplying by the inverse is exact.
const CONVERSION_QUANTA = 2 ** 40
const CONVERSION_QUANTUM = 2 ** -40
const CENT_QUANTA = 2 ** 30
const CENT_QUANTUM = 2 ** -30

/** A part of a conversion, as a whole number of 2^-40. */
export function quantiseConversions(value: number): number {
  return Math.round(value * CONVERSION_QUANTA) * CONVERSION_QUANTUM
}

/** A part of a minor unit of money, as a whole number of 2^-30. */
export function quantiseCents(value: number): number {
  return Math.round(value * CENT_QUANTA) * CENT_QUANTUM
}
