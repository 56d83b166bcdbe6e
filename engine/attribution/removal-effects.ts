import type { Chain } from './chain.ts'
import { removalByInverse } from './removal-by-inverse.ts'
import { removalBySweeps } from './removal-by-sweeps.ts'

export type RemovalEffects = {
  /** Probability that a journey of the chain converts. */
  readonly base: number
  /** By label, 0 to 1: the share of conversions that would be lost without it, which is that of converting journeys that meet it. */
  readonly effects: Float64Array
}

/** Up to so many states the system is solved at once; above, row by row, as sparse as it is. */
const DENSE_STATES = 600

/**
 * Removal effects 1 - P(without the label) / P (Anderl et al. 2016), from the exact solution of the linear system: every way into a
 * state whose latest touch is the removed label leads to no conversion. 0 throughout when nothing converts.
 */
export function removalEffects(chain: Chain, labels: number): RemovalEffects {
  return chain.states <= DENSE_STATES ? removalByInverse(chain, labels) : removalBySweeps(chain, labels)
}
