import { accumulateCredits, creditSums } from './accumulate-credits.ts'
import { apportion } from './apportion.ts'
import type { Credits } from './credits.ts'
import { totalsOf } from './exact-sums.ts'
import type { Journeys } from './journeys.ts'
import { defaultModelOptions, type JourneyModel, type ModelOptions } from './models.ts'
import type { Weighing } from './weigh-touches.ts'

export type CentsRule =
  /** Money is divided once, over all deals: within one cent of the exact amount for each label. */
  | 'in-total'
  /** Each deal is divided into whole cents by itself: a label has the sum of its deals, as `creditDeal` tells them. */
  | 'by-deal'

/**
 * Credits of models that weigh each journey by itself, in their order. The same, to the last bit, for the journeys in any order. Conversions
 * sum to those of journeys with a touch; cents are whole and sum to theirs exactly (largest remainder; equals by label, or by time in a deal).
 */
export function creditJourneys(
  journeys: Journeys,
  models: readonly JourneyModel[],
  options: Partial<ModelOptions> = {},
  rule: CentsRule = 'in-total',
): Credits[] {
  const found = models.map((model) => ({ model, sums: creditSums(journeys.labels.length, rule === 'by-deal') }))
  accumulateCredits(journeys, found, weighingOf(journeys.labels, options))
  return found.map(({ sums }) => ({
    conversions: totalsOf(sums.conversions),
    cents: sums.money === null ? sums.cents : apportion(sums.attributedCents, totalsOf(sums.money)),
    unattributed: { conversions: sums.unattributedConversions, cents: sums.unattributedCents },
  }))
}

export function weighingOf(labels: readonly string[], options: Partial<ModelOptions>): Weighing {
  const { isDirect, halfLifeMs, isStepped, stepMs } = { ...defaultModelOptions, ...options }
  return { isDirect: Uint8Array.from(labels, (label) => (isDirect(label) ? 1 : 0)), halfLifeMs, isStepped, stepMs }
}
