import { chanceOf } from '../backtest/chance.ts'
import { chiSquareSurvival } from '../stats/chi-square-survival.ts'
import { holm } from '../stats/holm.ts'
import { twoSidedP } from '../stats/normal.ts'
import { canonicalOrder } from './canonical-order.ts'
import { channelFeatures, type FeatureKind, type Features } from './channel-features.ts'
import { type Factor, factorCovariance, squaredDistance } from './factor-covariance.ts'
import { type Journeys, longestJourney } from './journeys.ts'
import { type Design, type Stratum, scoreStrata, strataOf } from './strata.ts'

export type LabelTest = {
  readonly kind: FeatureKind
  readonly design: Design
  readonly statistic: number
  readonly degrees: number
  /** How often labels that make no difference would look at least as different as these. */
  readonly p: number
  readonly method: 'permutation' | 'chi-square'
  readonly labels: readonly {
    readonly label: string
    /** Converted people who met it (whom it closed), and how many would have if outcomes had been dealt at random. */
    readonly observed: number
    readonly expected: number
    readonly z: number
    /** Corrected for the number of labels (Holm). */
    readonly p: number
  }[]
}

/** Up to so many conversions, outcomes are dealt anew; above, the distribution they tend to is close enough. */
const FEW_CONVERSIONS = 5000
const MOST_PEOPLE = 500_000
const PERMUTATIONS = 999

/**
 * Whether outcomes depend on the labels of a journey, given how long it is (long journeys meet more labels and have had more chances): a
 * score test stratified by length. Null when no length has both outcomes, or no label varies.
 */
export function testLabels(journeys: Journeys, kind: FeatureKind, design: Design, seed = 1): LabelTest | null {
  const features = channelFeatures(journeys, kind)
  const strata = strataOf(journeys, canonicalOrder(journeys), design)
  const { observed, expected, covariance } = scoreStrata(journeys, strata, features, longestJourney(journeys))
  const size = features.names.length
  const factor = factorCovariance(covariance, size)
  if (factor.rank === 0) return null
  const statistic = squaredDistance(
    factor,
    observed.map((value, i) => value - (expected[i] ?? 0)),
  )
  const dealt = dealOutcomes(journeys, strata, features, factor, expected, statistic, seed)
  const scores = [...features.names.keys()].map((i) => {
    const variance = covariance[i * size + i] ?? 0
    return variance > 1e-12 ? ((observed[i] ?? 0) - (expected[i] ?? 0)) / Math.sqrt(variance) : 0
  })
  const p = holm(scores.map(twoSidedP))
  return {
    kind,
    design,
    statistic,
    degrees: factor.rank,
    p: dealt ?? chiSquareSurvival(statistic, factor.rank),
    method: dealt === null ? 'chi-square' : 'permutation',
    labels: features.names.map((label, i) => ({
      label,
      observed: observed[i] ?? 0,
      expected: expected[i] ?? 0,
      z: scores[i] ?? 0,
      p: p[i] ?? 1,
    })),
  }
}

/** The share of random deals of the outcomes within strata that lie as far out. Null when there are too many, or parts of people. */
function dealOutcomes(
  journeys: Journeys,
  strata: readonly Stratum[],
  features: Features,
  factor: Factor,
  expected: Float64Array,
  statistic: number,
  seed: number,
): number | null {
  const converted = strata.reduce((sum, stratum) => sum + stratum.converted, 0)
  const people = strata.reduce((sum, stratum) => sum + stratum.people, 0)
  if (converted > FEW_CONVERSIONS || people > MOST_PEOPLE) return null
  const decks = strata.map((stratum) => deckOf(journeys, stratum))
  if (decks.some((deck) => deck === null)) return null
  const chance = chanceOf(seed)
  const found = new Uint32Array(Math.max(longestJourney(journeys), 1))
  let asFar = 0
  for (let round = 0; round < PERMUTATIONS; round += 1) {
    const vector = expected.map((value) => -value)
    for (const [i, deck] of decks.entries()) {
      if (deck === null) continue
      const take = strata[i]?.converted ?? 0
      for (let drawn = 0; drawn < take; drawn += 1) {
        const at = drawn + Math.floor(chance.next() * (deck.length - drawn))
        const j = deck[at] ?? 0
        deck[at] = deck[drawn] ?? 0
        deck[drawn] = j
        const n = features.read(j, strata[i]?.length ?? 0, found)
        for (let k = 0; k < n; k += 1) {
          const feature = found[k] ?? 0
          vector[feature] = (vector[feature] ?? 0) + 1
        }
      }
    }
    if (squaredDistance(factor, vector) >= statistic * (1 - 1e-9)) asFar += 1
  }
  return (asFar + 1) / (PERMUTATIONS + 1)
}

/** The journeys of a stratum, each as often as people came by it. */
function deckOf({ conversions, nulls }: Journeys, { journeys, people, converted }: Stratum): Uint32Array | null {
  if (!Number.isInteger(people) || !Number.isInteger(converted)) return null
  const deck = new Uint32Array(people)
  let next = 0
  for (const j of journeys) {
    const copies = (conversions[j] ?? 0) + (nulls[j] ?? 0)
    if (!Number.isInteger(copies)) return null
    deck.fill(j, next, next + copies)
    next += copies
  }
  return deck
}
