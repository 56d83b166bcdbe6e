import type { Journeys } from './journeys.ts'

export type Totals = { readonly conversions: number; readonly cents: number }

export type JourneyTotals = {
  /** Of journeys with at least one touch, and of those without. */
  readonly attributed: Totals
  readonly unattributed: Totals
  /** People without a conversion. */
  readonly nulls: number
  /** Touches, each as often as people came by it. */
  readonly touches: number
}

export function journeyTotals({ count, offsets, conversions, nulls, cents }: Journeys): JourneyTotals {
  const attributed = { conversions: 0, cents: 0 }
  const unattributed = { conversions: 0, cents: 0 }
  let lost = 0
  let touches = 0
  for (let j = 0; j < count; j += 1) {
    const n = (offsets[j + 1] ?? 0) - (offsets[j] ?? 0)
    const into = n > 0 ? attributed : unattributed
    into.conversions += conversions[j] ?? 0
    into.cents += cents[j] ?? 0
    lost += nulls[j] ?? 0
    touches += n * ((conversions[j] ?? 0) + (nulls[j] ?? 0))
  }
  return { attributed, unattributed, nulls: lost, touches }
}
