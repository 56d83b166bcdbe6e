import type { Interval } from '../stats/interval.ts'
import { quantileOfSorted } from '../stats/quantile.ts'
import { nextRandom, type RandomState } from '../stats/random.ts'

/** One region, shop or week-long unit: what it brought in a period before and a period after, and whether it was treated. */
export type GeoUnit = { name: string; before: number; after: number; isTreated: boolean }

export type GeoLift = {
  treated: number
  controls: number
  /** Change of the treated less change of the controls, each an average over units. */
  difference: number
  interval: Interval
  /** The same over all treated units. */
  incremental: number
  p: number
  /** Smallest change that this number of units would have found four times in five; state it before a test begins. */
  detectable: number
  /** Treated units' average before, over the controls': far from 1, the groups were not alike. */
  likeness: number | null
}

const PERMUTATIONS = 5000

/**
 * Difference in differences of a geo or holdout test: for events and brand work, whose touches nobody can log. The test
 * relabels units at random (Fisher 1935), so that it holds for few units of any shape; the interval shifts the relabelled
 * differences by the estimate. The same units, in any order, and seed give the same answer. Null with fewer than three
 * units on either side.
 */
export function measureGeoLift(units: readonly GeoUnit[], state: RandomState): GeoLift | null {
  const sorted = [...units].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.after - b.after))
  const treated = sorted.filter((unit) => unit.isTreated)
  const controls = sorted.filter((unit) => !unit.isTreated)
  if (treated.length < 3 || controls.length < 3) return null
  const change = (unit: GeoUnit): number => unit.after - unit.before
  const difference = mean(treated.map(change)) - mean(controls.map(change))
  // Under no effect the treated differ from the controls by chance alone, so the estimate is taken out before relabelling.
  const residuals = sorted.map((unit) => change(unit) - (unit.isTreated ? difference : 0))
  const { relabelled } = relabel(residuals, treated.length, state)
  const low = quantileOfSorted(relabelled, 0.025) ?? 0
  const high = quantileOfSorted(relabelled, 0.975) ?? 0
  const { relabelled: asIs } = relabel(sorted.map(change), treated.length, state)
  const beyond = asIs.reduce((count, each) => count + (Math.abs(each) >= Math.abs(difference) - 1e-12 ? 1 : 0), 0)
  const spread = Math.sqrt(mean([...relabelled].map((each) => each * each)))
  const before = mean(controls.map((unit) => unit.before))
  return {
    treated: treated.length,
    controls: controls.length,
    difference,
    interval: { low: difference - high, high: difference - low },
    incremental: difference * treated.length,
    p: (beyond + 1) / (asIs.length + 1),
    detectable: 2.8 * spread,
    likeness: before === 0 ? null : mean(treated.map((unit) => unit.before)) / before,
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Differences of means when `count` of the values are called treated at random, ascending. */
function relabel(values: readonly number[], count: number, state: RandomState): { relabelled: Float64Array } {
  const relabelled = new Float64Array(PERMUTATIONS)
  const order = [...values]
  const total = order.reduce((sum, value) => sum + value, 0)
  let current = state
  for (let round = 0; round < PERMUTATIONS; round += 1) {
    let picked = 0
    for (let i = 0; i < count; i += 1) {
      const draw = nextRandom(current)
      current = draw.state
      const j = i + Math.floor(draw.value * (order.length - i))
      const [a = 0, b = 0] = [order[i], order[j]]
      order[i] = b
      order[j] = a
      picked += b
    }
    relabelled[round] = picked / count - (total - picked) / (order.length - count)
  }
  return { relabelled: relabelled.sort() }
}
