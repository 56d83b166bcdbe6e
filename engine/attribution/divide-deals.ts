import { apportionInto } from './apportion.ts'
import { weighingOf } from './credit-journeys.ts'
import { type Journeys, longestJourney } from './journeys.ts'
import type { JourneyModel, ModelOptions } from './models.ts'
import { weighTouches } from './weigh-touches.ts'

/** How deal `j` is divided among its `n` touches, which begin at `from`: the first `n` of each column, which are used again for the next deal. */
export type Divided = {
  readonly j: number
  readonly from: number
  readonly n: number
  readonly weights: Float64Array
  /** Whole minor units; they sum to what the deal is worth. */
  readonly cents: Float64Array
}

/** Tells of each journey that converted how it is divided, as `creditDeal` does, without keeping anything of it. */
export function divideDeals(
  journeys: Journeys,
  model: JourneyModel,
  options: Partial<ModelOptions>,
  visit: (deal: Divided) => void,
): void {
  const weighing = weighingOf(journeys.labels, options)
  const longest = longestJourney(journeys)
  const weights = new Float64Array(longest)
  const shares = new Float64Array(longest)
  const cents = new Float64Array(longest)
  for (let j = 0; j < journeys.count; j += 1) {
    if ((journeys.conversions[j] ?? 0) === 0) continue
    const from = journeys.offsets[j] ?? 0
    const n = weighTouches(model, journeys, j, weighing, weights)
    const value = journeys.cents[j] ?? 0
    const amount = Math.abs(value)
    for (let i = 0; i < n; i += 1) shares[i] = amount * (weights[i] ?? 0)
    if (n > 0) apportionInto(amount, shares, n, cents)
    if (value < 0) for (let i = 0; i < n; i += 1) cents[i] = -(cents[i] ?? 0)
    visit({ j, from, n, weights, cents })
  }
}
