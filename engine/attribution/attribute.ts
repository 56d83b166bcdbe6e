import { convertingJourneys } from './converting-journeys.ts'
import { creditByRemoval } from './credit-by-removal.ts'
import { type CentsRule, creditJourneys } from './credit-journeys.ts'
import type { Credits } from './credits.ts'
import type { Journeys } from './journeys.ts'
import { type AttributionModel, attributionModels, defaultModelOptions, type ModelOptions } from './models.ts'

/** Credits of any model, by label: conversions, and whole cents that sum to what the attributed deals are worth. */
export function attribute(
  journeys: Journeys,
  model: AttributionModel,
  options: Partial<ModelOptions> = {},
  rule: CentsRule = 'in-total',
): Credits {
  if (model === 'markov') return creditByRemoval(journeys, options.order ?? defaultModelOptions.order)
  return creditJourneys(journeys, model, options, rule)
}

/** Several models at once, in their order: the same credits, with the journeys that convert picked out once. */
export function attributeAll(
  journeys: Journeys,
  models: readonly AttributionModel[] = attributionModels,
  options: Partial<ModelOptions> = {},
  rule: CentsRule = 'in-total',
): Credits[] {
  const converting = convertingJourneys(journeys)
  return models.map((model) => attribute(model === 'markov' ? journeys : converting, model, options, rule))
}
