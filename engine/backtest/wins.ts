import { rateOf } from '../funnel/rate.ts'
import { medianAndQuartiles } from '../stats/median-and-quartiles.ts'
import type { BacktestFigures, NumberName } from './figures.ts'
import { pairedDifference } from './paired-difference.ts'
import type { ScoredPair, Verdicts } from './verdicts.ts'

const DAY_MS = 86_400_000

/**
 * Won leads by what each agreement makes of them. Caught: it qualified by the moment it was won; missed: it had not. Earlier
 * and later compare the moments at which the draft and the version in force qualify a win that both catch.
 */
export function winsOf(
  { draft, inForce }: ScoredPair,
  { cohort, isWon, really }: Verdicts,
): { figures: BacktestFigures['won']; marks: [NumberName, Uint8Array][] } {
  const { wonAt, history } = draft.track
  const marks = {
    caught: new Uint8Array(cohort.length),
    caughtInForce: new Uint8Array(cohort.length),
    missed: new Uint8Array(cohort.length),
    earlier: new Uint8Array(cohort.length),
    later: new Uint8Array(cohort.length),
  }
  const counts = { all: 0, draft: 0, inForce: 0, really: 0, onlyDraft: 0, onlyInForce: 0, same: 0 }
  const earlierDays: number[] = []
  const laterDays: number[] = []
  for (const [i, person] of cohort.entries()) {
    if (isWon[i] !== 1) continue
    const won = wonAt[person] ?? Number.NaN
    const byDraft = draft.qualification.at[person] ?? Number.NaN
    const byForce = inForce.qualification.at[person] ?? Number.NaN
    const isCaught = byDraft <= won
    const isCaughtInForce = byForce <= won
    counts.all += 1
    if (isCaught) counts.draft += 1
    if (isCaughtInForce) counts.inForce += 1
    if (really[i] === 1 && (history.reallyQualifiedAt[person] ?? Number.NaN) <= won) counts.really += 1
    if (isCaught && !isCaughtInForce) counts.onlyDraft += 1
    if (isCaughtInForce && !isCaught) counts.onlyInForce += 1
    marks.caught[i] = isCaught ? 1 : 0
    marks.caughtInForce[i] = isCaughtInForce ? 1 : 0
    marks.missed[i] = isCaught ? 0 : 1
    if (!isCaught || !isCaughtInForce) continue
    const days = (byForce - byDraft) / DAY_MS
    if (days > 0) {
      marks.earlier[i] = 1
      earlierDays.push(days)
    } else if (days < 0) {
      marks.later[i] = 1
      laterDays.push(-days)
    } else counts.same += 1
  }
  const median = (days: number[]) => ({ n: days.length, medianDays: medianAndQuartiles(days)?.median ?? null })
  return {
    figures: {
      all: counts.all,
      draft: rateOf(counts.draft, counts.all),
      inForce: rateOf(counts.inForce, counts.all),
      really: rateOf(counts.really, counts.all),
      difference: pairedDifference(counts.onlyDraft, counts.onlyInForce, counts.all),
      missed: counts.all - counts.draft,
      earlier: median(earlierDays),
      later: median(laterDays),
      same: counts.same,
    },
    marks: [
      ['won caught', marks.caught],
      ['won caught in force', marks.caughtInForce],
      ['won missed', marks.missed],
      ['won earlier', marks.earlier],
      ['won later', marks.later],
    ],
  }
}
