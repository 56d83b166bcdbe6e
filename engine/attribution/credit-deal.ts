import { apportion } from './apportion.ts'
import { weighingOf } from './credit-journeys.ts'
import type { Journeys } from './journeys.ts'
import type { JourneyModel, ModelOptions } from './models.ts'
import { weighTouches } from './weigh-touches.ts'

export type DealCredit = {
  /** In the order of the touches of the journey; sums to 1. */
  readonly weights: Float64Array
  /** Whole minor units by touch; they sum to what the deal is worth. */
  readonly cents: Float64Array
}

/** How one deal (journey `j`) is divided among its touches: the rows behind a sum of `creditJourneys(..., 'by-deal')`. */
export function creditDeal(
  journeys: Journeys,
  j: number,
  model: JourneyModel,
  options: Partial<ModelOptions> = {},
): DealCredit {
  const n = (journeys.offsets[j + 1] ?? 0) - (journeys.offsets[j] ?? 0)
  const weights = new Float64Array(n)
  weighTouches(model, journeys, j, weighingOf(journeys.labels, options), weights)
  const value = journeys.cents[j] ?? 0
  return {
    weights,
    cents: apportion(
      n === 0 ? 0 : Math.abs(value),
      weights.map((weight) => Math.abs(value) * weight),
    ).map((part) => (value < 0 ? -part : part)),
  }
}
