import { type Rate, rateOf } from '../funnel/rate.ts'

/** What became of the promises of one kind. Those still running within their term are in no rate. */
export type Tally = { readonly kept: number; readonly broken: number; readonly running: number }

/**
 * Speed attainment: leads first touched within the limit, of those touched or whose limit has expired. Still open within the
 * limit is excluded, for it says nothing yet. The same holds for acceptance, verdict and next step.
 */
export function speedAttainment({ kept, broken }: Tally): Rate {
  return rateOf(kept, kept + broken)
}

/**
 * Depth attainment: leads that were reached, disqualified after contact, or tried as often as promised, of those and the
 * leads whose days went by with fewer attempts. Leads within their days are excluded.
 */
export function depthAttainment({ kept, broken }: Tally): Rate {
  return rateOf(kept, kept + broken)
}

/** Follow-up rate: leads with at least one human touch, of the leads assigned that are older than the limit. */
export function followUpRate({ touched, untouched }: { touched: number; untouched: number }): Rate {
  return rateOf(touched, touched + untouched)
}

/** What sales said of the leads handed over: `undecided` are those whose term ran out without a word. */
export type Verdicts = { readonly accepted: number; readonly rejected: number; readonly undecided: number }

/** Acceptance rate: accepted of accepted, rejected and expired without decision. */
export function acceptanceRate({ accepted, rejected, undecided }: Verdicts): Rate {
  return rateOf(accepted, accepted + rejected + undecided)
}

/**
 * Whether the acceptance of a rolling 30 days is an alarm: below 70 % of at least 20 leads, and not by chance (the Wilson
 * upper bound is below 80 %, what healthy teams reach).
 */
export function isAcceptanceAlarm({ n, rate, high }: Rate): boolean {
  return n >= 20 && rate !== null && high !== null && rate < 0.7 && high < 0.8
}

/** Coding rate: dispositions with a reason of the agreement, of all dispositions. */
export function codingRate({ coded, uncoded }: { coded: number; uncoded: number }): Rate {
  return rateOf(coded, coded + uncoded)
}
