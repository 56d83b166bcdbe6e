import { rateOf } from '../funnel/rate.ts'
import { acceptanceOf } from './acceptance.ts'
import { byClause, byGrade, onlyIn, total } from './counts.ts'
import type { BacktestFigures, NumberName } from './figures.ts'
import { pairedDifference } from './paired-difference.ts'
import type { ScoredPair, Verdicts } from './verdicts.ts'
import { winsOf } from './wins.ts'

/** What scores and definitions alone tell: asks for no hand-over and no clock. */
export type Headlines = Pick<
  BacktestFigures,
  'leads' | 'qualified' | 'byGrade' | 'byClause' | 'winRate' | 'acceptance' | 'won' | 'maturityDays' | 'matured'
>

/** Counts and rates of who qualifies and of what they brought, for both agreements and for what really happened. */
export function headlinesOf(
  pair: ScoredPair,
  verdicts: Verdicts,
): { figures: Headlines; winMarks: [NumberName, Uint8Array][] } {
  const { draft, cohort } = pair
  const { inDraft, inForce, really, isWon, isMature, maturityDays } = verdicts
  const leads = cohort.length
  const wonRate = (...marks: readonly Uint8Array[]) =>
    rateOf(total(isWon, isMature, ...marks), total(isMature, ...marks))
  const wins = winsOf(pair, verdicts)
  return {
    figures: {
      leads,
      qualified: {
        draft: rateOf(total(inDraft), leads),
        inForce: rateOf(total(inForce), leads),
        really: rateOf(total(really), leads),
        difference: pairedDifference(onlyIn(inDraft, inForce), onlyIn(inForce, inDraft), leads),
        both: total(inDraft, inForce),
      },
      byGrade: byGrade(pair),
      byClause: byClause(pair),
      winRate: { draft: wonRate(inDraft), inForce: wonRate(inForce), really: wonRate(really), all: wonRate() },
      acceptance: {
        draft: acceptanceOf(draft.track, cohort, inDraft),
        inForce: acceptanceOf(draft.track, cohort, inForce),
        really: acceptanceOf(draft.track, cohort, really),
      },
      won: wins.figures,
      maturityDays,
      matured: total(isMature),
    },
    winMarks: wins.marks,
  }
}
