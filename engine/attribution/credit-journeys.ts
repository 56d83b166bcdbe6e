import { apportion, apportionInto } from './apportion.ts'
import type { Credits } from './credits.ts'
import { addExact, exactSums, quantiseCents, quantiseConversions, totalsOf } from './exact-sums.ts'
import type { Journeys } from './journeys.ts'
import { defaultModelOptions, type JourneyModel, type ModelOptions } from './models.ts'
import { weighTouches } from './weigh-touches.ts'

export type CentsRule =
  /** Money is divided once, over all deals: within one cent of the exact amount for each label. */
  | 'in-total'
  /** Each deal is divided into whole cents by itself: a label has the sum of its deals, as `creditDeal` tells them. */
  | 'by-deal'

/**
 * Credits of a model that weighs each journey by itself. The same, to the last bit, for the journeys in any order. Conversions sum to
 * those of journeys with a touch; cents are whole and sum to theirs exactly (largest remainder; equals by label, or by time in a deal).
 */
export function creditJourneys(
  journeys: Journeys,
  model: JourneyModel,
  options: Partial<ModelOptions> = {},
  rule: CentsRule = 'in-total',
): Credits {
  const { labels, offsets, touches, conversions, cents } = journeys
  const weighing = weighingOf(labels, options)
  const credited = exactSums(labels.length)
  const money = exactSums(labels.length)
  const whole = new Float64Array(labels.length)
  const weights = new Float64Array(longest(journeys))
  const shares = new Float64Array(weights.length)
  const parts = new Float64Array(weights.length)
  let attributedCents = 0
  const unattributed = { conversions: 0, cents: 0 }
  for (let j = 0; j < journeys.count; j += 1) {
    const own = conversions[j] ?? 0
    const value = cents[j] ?? 0
    if (own === 0 && value === 0) continue
    const n = weighTouches(model, journeys, j, weighing, weights)
    if (n === 0) {
      unattributed.conversions += own
      unattributed.cents += value
      continue
    }
    attributedCents += value
    const from = offsets[j] ?? 0
    let rest = own
    const last = lastWeighed(weights, n)
    for (let i = 0; i <= last; i += 1) {
      const weight = weights[i] ?? 0
      if (weight === 0) continue
      const part = i === last ? rest : quantiseConversions(own * weight)
      rest -= part
      addExact(credited, touches[from + i] ?? 0, part)
    }
    if (value === 0) continue
    for (let i = 0; i < n; i += 1) shares[i] = value * (weights[i] ?? 0)
    if (rule === 'by-deal') {
      apportionInto(value, shares, n, parts)
      for (let i = 0; i < n; i += 1) {
        const label = touches[from + i] ?? 0
        whole[label] = (whole[label] ?? 0) + (parts[i] ?? 0)
      }
    } else {
      for (let i = 0; i < n; i += 1) {
        const share = shares[i] ?? 0
        if (share !== 0) addExact(money, touches[from + i] ?? 0, quantiseCents(share))
      }
    }
  }
  return {
    conversions: totalsOf(credited),
    cents: rule === 'by-deal' ? whole : apportion(attributedCents, totalsOf(money)),
    unattributed,
  }
}

export function weighingOf(labels: readonly string[], options: Partial<ModelOptions>) {
  const { isDirect, halfLifeMs, isStepped, stepMs } = { ...defaultModelOptions, ...options }
  return { isDirect: Uint8Array.from(labels, (label) => (isDirect(label) ? 1 : 0)), halfLifeMs, isStepped, stepMs }
}

export function longest({ offsets, count }: Journeys): number {
  let most = 0
  for (let j = 0; j < count; j += 1) most = Math.max(most, (offsets[j + 1] ?? 0) - (offsets[j] ?? 0))
  return most
}

// What rounding leaves of a conversion goes to the last touch that has any.
function lastWeighed(weights: Float64Array, n: number): number {
  let i = n - 1
  while (i > 0 && weights[i] === 0) i -= 1
  return i
}
