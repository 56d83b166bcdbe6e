import type { Features } from './channel-features.ts'
import type { Journeys } from './journeys.ts'

/** People among whom it was decided who converts: chance decides it when labels make no difference. */
export type Stratum = {
  /** Journeys are looked at up to this touch. */
  readonly length: number
  readonly journeys: Uint32Array
  readonly people: number
  readonly converted: number
}

/**
 * When outcomes are compared. `ended`: among journeys of the same length, as if an outcome had been dealt to each whole journey. `at-risk`:
 * after each touch, among all who had come that far, as if it had been dealt touch by touch (the log-rank test of survival analysis).
 */
export type Design = 'ended' | 'at-risk'

/** Journeys are compared up to so many touches. */
const MOST_TOUCHES = 200

/** Strata in which both outcomes occur; others tell nothing. `order` fixes the order within each. */
export function strataOf(journeys: Journeys, order: Uint32Array, design: Design): Stratum[] {
  const byLength: number[][] = []
  for (const j of order) {
    const n = lengthOf(journeys, j)
    if (n === 0 || n > MOST_TOUCHES || (journeys.conversions[j] ?? 0) + (journeys.nulls[j] ?? 0) === 0) continue
    for (let k = design === 'ended' ? n : 1; k <= n; k += 1) {
      const members = byLength[k]
      if (members === undefined) byLength[k] = [j]
      else members.push(j)
    }
  }
  return [...byLength.entries()]
    .map(([length, members = []]) => {
      const people = members.reduce((sum, j) => sum + (journeys.conversions[j] ?? 0) + (journeys.nulls[j] ?? 0), 0)
      const converted = members.reduce((sum, j) => sum + convertedAt(journeys, j, length), 0)
      return { length, journeys: Uint32Array.from(members), people, converted }
    })
    .filter(({ people, converted }) => converted > 0 && converted < people && people > 1)
}

function lengthOf({ offsets }: Journeys, j: number): number {
  return (offsets[j + 1] ?? 0) - (offsets[j] ?? 0)
}

/** How many of journey j converted at this touch. */
function convertedAt(journeys: Journeys, j: number, length: number): number {
  return lengthOf(journeys, j) === length ? (journeys.conversions[j] ?? 0) : 0
}

export type Scores = {
  /** By feature: people who converted and have it, and how many would if outcomes were dealt at random within each length. */
  readonly observed: Float64Array
  readonly expected: Float64Array
  /** Covariance of observed under random outcomes, row by row. */
  readonly covariance: Float64Array
}

/** Observed against expected by the hypergeometric distribution within strata (Mantel & Haenszel 1959, for many features at once). */
export function scoreStrata(
  journeys: Journeys,
  strata: readonly Stratum[],
  features: Features,
  longest: number,
): Scores {
  const size = features.names.length
  const observed = new Float64Array(size)
  const expected = new Float64Array(size)
  const covariance = new Float64Array(size * size)
  const found = new Uint32Array(Math.max(longest, 1))
  for (const { length, journeys: members, people, converted } of strata) {
    const sums = new Float64Array(size)
    const products = new Float64Array(size * size)
    for (const j of members) {
      const own = convertedAt(journeys, j, length)
      const weight = (journeys.conversions[j] ?? 0) + (journeys.nulls[j] ?? 0)
      const n = features.read(j, length, found)
      for (let a = 0; a < n; a += 1) {
        const row = found[a] ?? 0
        observed[row] = (observed[row] ?? 0) + own
        sums[row] = (sums[row] ?? 0) + weight
        for (let b = 0; b < n; b += 1) {
          const cell = row * size + (found[b] ?? 0)
          products[cell] = (products[cell] ?? 0) + weight
        }
      }
    }
    const factor = (converted * (people - converted)) / (people * (people - 1))
    for (let row = 0; row < size; row += 1) {
      expected[row] = (expected[row] ?? 0) + ((sums[row] ?? 0) * converted) / people
      for (let column = 0; column < size; column += 1) {
        const cell = row * size + column
        const spread = (products[cell] ?? 0) - ((sums[row] ?? 0) * (sums[column] ?? 0)) / people
        covariance[cell] = (covariance[cell] ?? 0) + factor * spread
      }
    }
  }
  return { observed, expected, covariance }
}
