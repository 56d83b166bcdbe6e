import { attribute } from '@ensemble/engine/attribution/attribute.ts'
import { type Bootstrap, bootstrapCredits } from '@ensemble/engine/attribution/bootstrap-credits.ts'
import { canTell, type Verdict } from '@ensemble/engine/attribution/can-tell.ts'
import { type Comparison, compareModels } from '@ensemble/engine/attribution/compare-models.ts'
import { creditByRemoval } from '@ensemble/engine/attribution/credit-by-removal.ts'
import type { Credits } from '@ensemble/engine/attribution/credits.ts'
import { type JourneyTotals, journeyTotals } from '@ensemble/engine/attribution/journey-totals.ts'
import type { Journeys } from '@ensemble/engine/attribution/journeys.ts'
import { type AttributionModel, attributionModels, type ModelOptions } from '@ensemble/engine/attribution/models.ts'
import { modelNotes } from './model-notes.ts'

export type Analysis = {
  readonly totals: JourneyTotals
  readonly labels: readonly string[]
  /** Touches by label, each as often as people came by it. */
  readonly touches: Float64Array
  /** One model, or all side by side. */
  readonly single: {
    readonly model: AttributionModel
    readonly credits: Credits
    readonly effects: Float64Array | null
  } | null
  readonly comparison: Comparison | null
  readonly verdict: Verdict | null
  readonly bootstrap: Bootstrap | null
  readonly notes: readonly string[]
}

export type Asked = {
  /** Null: all models. */
  readonly model: AttributionModel | null
  readonly isCompared: boolean
  readonly options: Partial<ModelOptions> & Pick<ModelOptions, 'isDirect'>
  readonly seed: number
  readonly resamples: number
}

export function analyse(journeys: Journeys, { model, isCompared, options, seed, resamples }: Asked): Analysis {
  const models = model === null ? attributionModels : [model]
  return {
    totals: journeyTotals(journeys),
    labels: journeys.labels,
    touches: touchesByLabel(journeys),
    single: model === null ? null : { model, ...creditsOf(journeys, model, options) },
    comparison: model === null ? compareModels(journeys, options) : null,
    verdict: isCompared ? canTell(journeys, seed) : null,
    bootstrap: isCompared ? bootstrapCredits(journeys, models, options, { seed, resamples }) : null,
    notes: models.flatMap((one) => modelNotes(one, journeys, options)),
  }
}

function creditsOf(journeys: Journeys, model: AttributionModel, options: Partial<ModelOptions>) {
  if (model !== 'markov') return { credits: attribute(journeys, model, options), effects: null }
  const found = creditByRemoval(journeys, options.order ?? 1)
  return { credits: found, effects: found.effects }
}

function touchesByLabel({ count, labels, offsets, touches, conversions, nulls }: Journeys): Float64Array {
  const found = new Float64Array(labels.length)
  for (let j = 0; j < count; j += 1) {
    const weight = (conversions[j] ?? 0) + (nulls[j] ?? 0)
    for (let i = offsets[j] ?? 0; i < (offsets[j + 1] ?? 0); i += 1) {
      const label = touches[i] ?? 0
      found[label] = (found[label] ?? 0) + weight
    }
  }
  return found
}
