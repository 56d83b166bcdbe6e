import type { DealTerms } from '../lifecycle/state.ts'

/** A deal as its history tells it. Moments are epoch ms. */
export type DealPast = {
  openedAt: number
  closedAt: number | null
  /** Oldest first. */
  terms: readonly DealTerms[]
}

/** What was said of a deal at a moment, or null: it was not open then. Facts of the same moment count. */
export function termsAt(deal: DealPast, atMs: number): DealTerms | null {
  if (deal.openedAt > atMs || (deal.closedAt !== null && deal.closedAt <= atMs)) return null
  return deal.terms.findLast((each) => each.at <= atMs) ?? null
}
