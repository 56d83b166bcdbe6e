import { attributeAll } from './attribute.ts'
import type { CentsRule } from './credit-journeys.ts'
import type { Credits } from './credits.ts'
import type { Journeys } from './journeys.ts'
import { kendallTau } from './kendall-tau.ts'
import { type AttributionModel, attributionModels, type ModelOptions } from './models.ts'

export type Span = {
  readonly least: number
  readonly most: number
  readonly leastBy: AttributionModel
  readonly mostBy: AttributionModel
}

export type Comparison = {
  readonly models: readonly { readonly model: AttributionModel; readonly credits: Credits }[]
  /** By label: from the least to the most that any model credits. */
  readonly ranges: readonly { readonly label: string; readonly conversions: Span; readonly cents: Span }[]
  /** Kendall's tau of the rankings by credited conversions of each two models; null when one ranks nothing. */
  readonly agreement: readonly {
    readonly a: AttributionModel
    readonly b: AttributionModel
    readonly tau: number | null
  }[]
}

/** Models side by side: one number per label would hide that the choice of a model decides it. */
export function compareModels(
  journeys: Journeys,
  options: Partial<ModelOptions> = {},
  models: readonly AttributionModel[] = attributionModels,
  rule: CentsRule = 'in-total',
): Comparison {
  const credits = attributeAll(journeys, models, options, rule)
  const found = credits.map((one, i) => ({ model: models[i] ?? 'first', credits: one }))
  const ranges = journeys.labels.map((label, i) => ({
    label,
    conversions: spanOf(found.map(({ model, credits }) => ({ model, value: credits.conversions[i] ?? 0 }))),
    cents: spanOf(found.map(({ model, credits }) => ({ model, value: credits.cents[i] ?? 0 }))),
  }))
  const agreement = found.flatMap((a, i) =>
    found.slice(i + 1).map((b) => ({
      a: a.model,
      b: b.model,
      tau: kendallTau(a.credits.conversions, b.credits.conversions),
    })),
  )
  return { models: found, ranges, agreement }
}

function spanOf(values: readonly { readonly model: AttributionModel; readonly value: number }[]): Span {
  let [least] = values
  let most = least
  for (const one of values) {
    if (least === undefined || one.value < least.value) least = one
    if (most === undefined || one.value > most.value) most = one
  }
  if (least === undefined || most === undefined) throw new RangeError('no model to compare')
  return { least: least.value, most: most.value, leastBy: least.model, mostBy: most.model }
}
