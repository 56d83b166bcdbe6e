import { apportion } from './apportion.ts'
import { chainOfCounts } from './chain-of-counts.ts'
import { chainOfTuples } from './chain-of-tuples.ts'
import { countTransitions } from './count-transitions.ts'
import type { Credits } from './credits.ts'
import { type JourneyTotals, journeyTotals } from './journey-totals.ts'
import type { Journeys } from './journeys.ts'
import { type RemovalEffects, removalEffects } from './removal-effects.ts'

/** From so many labels on, counts are kept sparse. */
const WIDE = 1500

export type RemovalCredits = Credits & RemovalEffects

/**
 * Markov removal credits: conversions and money of all attributed journeys, divided in proportion to removal effects. `order` 1 to 3.
 * Cents are whole and sum exactly (largest remainder; equals by label).
 */
export function creditByRemoval(journeys: Journeys, order = 1): RemovalCredits {
  if (order !== 1 && order !== 2 && order !== 3)
    throw new RangeError(`a chain of order ${order} is not known: 1, 2 or 3`)
  const chain =
    order === 1 && journeys.labels.length < WIDE
      ? chainOfCounts(countTransitions(journeys))
      : chainOfTuples(journeys, order)
  const found = removalEffects(chain, journeys.labels.length)
  return { ...divideByRemoval(found, journeyTotals(journeys)), ...found }
}

/** Divides totals by removal effects. Where nothing converts there are no effects, and nothing to divide either. */
export function divideByRemoval(
  { effects }: RemovalEffects,
  { attributed, unattributed }: Pick<JourneyTotals, 'attributed' | 'unattributed'>,
): Credits {
  const sum = effects.reduce((total, effect) => total + effect, 0)
  const share = (effect: number): number => (sum > 0 ? effect / sum : 1 / effects.length)
  return {
    conversions: effects.map((effect) => attributed.conversions * share(effect)),
    cents: apportion(
      attributed.cents,
      effects.map((effect) => attributed.cents * share(effect)),
    ),
    unattributed,
  }
}
