import type { RosterPerson } from '../routing/roster.ts'
import { capacityOf } from './capacity.ts'
import { type Headlines, headlinesOf } from './headlines.ts'
import { type WeeklyLoad, weeklyLoadOf } from './load.ts'
import { type ScoredPair, verdictsOf } from './verdicts.ts'

/** The part of a back-test that is told while somebody edits: the same numbers as `BacktestFigures` has under these names. */
export type LiveFigures = Headlines & { load: WeeklyLoad }

/** Headline figures of two agreements over a history that is scored: asks for no hand-over, no clock and no chance. */
export function liveFigures(pair: ScoredPair, roster: readonly RosterPerson[]): LiveFigures {
  const { perWeek } = capacityOf(pair.draft.agreement, roster, pair.fromMs, pair.toMs)
  return { ...headlinesOf(pair, verdictsOf(pair)).figures, load: weeklyLoadOf(pair, perWeek) }
}
