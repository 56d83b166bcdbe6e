import { creditByRemoval } from './credit-by-removal.ts'
import { type CentsRule, creditJourneys } from './credit-journeys.ts'
import type { Credits } from './credits.ts'
import type { Journeys } from './journeys.ts'
import {
  type AttributionModel,
  attributionModels,
  defaultModelOptions,
  type JourneyModel,
  type ModelOptions,
} from './models.ts'

/** Credits of any model, by label: conversions, and whole cents that sum to what the attributed deals are worth. */
export function attribute(
  journeys: Journeys,
  model: AttributionModel,
  options: Partial<ModelOptions> = {},
  rule: CentsRule = 'in-total',
): Credits {
  const [credits] = attributeAll(journeys, [model], options, rule)
  if (credits === undefined) throw new RangeError(`no credits by ${model}`)
  return credits
}

/** Several models at once, in their order. */
export function attributeAll(
  journeys: Journeys,
  models: readonly AttributionModel[] = attributionModels,
  options: Partial<ModelOptions> = {},
  rule: CentsRule = 'in-total',
): Credits[] {
  const own = models.filter((model): model is JourneyModel => model !== 'markov')
  const weighed = creditJourneys(journeys, own, options, rule)
  return models.flatMap((model) =>
    model === 'markov'
      ? [creditByRemoval(journeys, options.order ?? defaultModelOptions.order)]
      : weighed.slice(own.indexOf(model), own.indexOf(model) + 1),
  )
}
