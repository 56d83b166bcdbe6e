/** How often something was seen with each outcome; never zero, for counting begins at FIRST_COUNT. */
export type Counts = { readonly won: number; readonly lost: number }

/** What both counts of a value are when it is first seen, before it is counted. */
export const FIRST_COUNT = 0.1

/** One thing known of a row, and the sums its counts are shares of. */
export type Evidence = { readonly counts: Counts; readonly totals: Counts }

/**
 * Chance of winning, as a percentage rounded to two decimals and kept within 0.01 and 99.99: prior odds times the odds of each
 * piece of evidence, taken as independent. Behaves as Odoo's predictive lead scoring.
 */
export function bayesPercent(prior: Counts, evidence: readonly Evidence[]): number {
  const percent = Math.round(bayesProbability(prior, evidence) * 1e4) / 100
  return Math.min(99.99, Math.max(0.01, percent))
}

/** The same as a probability, neither rounded nor kept from the ends. */
export function bayesProbability(prior: Counts, evidence: readonly Evidence[]): number {
  // In logarithms: a product of many small shares would end at 0.
  let logOdds = Math.log(prior.won) - Math.log(prior.lost)
  for (const one of evidence) logOdds += evidenceLogOdds(one)
  return 1 / (1 + Math.exp(-logOdds))
}

/** ln of P(evidence | won) / P(evidence | lost): above 0 it speaks for winning. */
export function evidenceLogOdds({ counts, totals }: Evidence): number {
  return Math.log(counts.won / totals.won) - Math.log(counts.lost / totals.lost)
}

/** How much a value speaks for winning by itself: pw / (pw + pl), .5 when it says nothing. */
export function evidenceStrength({ counts, totals }: Evidence): number {
  const won = counts.won / totals.won
  return won / (won + counts.lost / totals.lost)
}

/** A tag seen on fewer leads than this is not listened to. */
export const TAG_LEADS = 50

/** Whether a tag has been seen often enough to count. */
export function isTagHeard({ won, lost }: Counts): boolean {
  return won + lost >= TAG_LEADS
}
