import type { ModelKind } from './train.ts'

/** A model needs this many of the rarer outcome to be let loose on people... */
export const FEWEST_OUTCOMES = 100
/** ...and this many for each number it has to find (Peduzzi et al. 1996). */
export const OUTCOMES_PER_PARAMETER = 10
/** Naive Bayes only counts; below this even its counts are noise. */
export const FEWEST_TO_COUNT = 20

export type Enough =
  | { readonly ok: true; readonly kind: ModelKind; readonly insteadBecause: string | null }
  | { readonly ok: false; readonly reason: string }

/**
 * Which model the rows can carry: the one wished for; naive Bayes instead of a logistic regression with too few of the rarer
 * outcome; or none, so that rules written by hand stay in charge.
 */
export function enoughData(wish: ModelKind, rows: number, positives: number, parameters: number): Enough {
  const rarer = Math.min(positives, rows - positives)
  const rarerName = positives <= rows - positives ? 'successes' : 'failures'
  if (rarer < FEWEST_TO_COUNT) {
    return {
      ok: false,
      reason: `There are ${rarer} ${rarerName} to learn from; at least ${FEWEST_TO_COUNT} are needed to count, and ${FEWEST_OUTCOMES} to fit a regression. Keep to rules written by hand until there are more.`,
    }
  }
  if (parameters === 0) {
    return { ok: false, reason: 'No field tells anything: each is always the same, or different in nearly every row.' }
  }
  if (wish === 'bayes') return { ok: true, kind: 'bayes', insteadBecause: null }
  if (rarer < FEWEST_OUTCOMES) {
    return bayesInstead(`there are ${rarer} ${rarerName} and ${FEWEST_OUTCOMES} are needed`)
  }
  const needed = OUTCOMES_PER_PARAMETER * parameters
  if (rarer < needed) {
    return bayesInstead(
      `${parameters} numbers are to be found, ${OUTCOMES_PER_PARAMETER} ${rarerName} are needed for each, and there are ${rarer} instead of ${needed}; fewer fields would help`,
    )
  }
  return { ok: true, kind: 'logistic', insteadBecause: null }
}

function bayesInstead(why: string): Enough {
  return { ok: true, kind: 'bayes', insteadBecause: `Naive Bayes instead of logistic regression: ${why}.` }
}
