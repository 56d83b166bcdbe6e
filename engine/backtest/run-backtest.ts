import type { CompiledAgreement } from '../agreement/compiled.ts'
import type { RosterPerson } from '../routing/roster.ts'
import { type CohortAsked, cohortOf } from './cohort.ts'
import type { Silence } from './figures.ts'
import { factCount, type History } from './history.ts'
import { learntUntil } from './learnt-until.ts'
import { type Measured, measure, type Side } from './measure.ts'
import { readsOf } from './projection.ts'
import { qualifyAll } from './qualify-all.ts'
import { type ScoreTrack, trackScores } from './score-track.ts'
import { scoringOf } from './scoring-of.ts'
import { conditionOf } from './segment-condition.ts'
import { simulateWork } from './simulate-work.ts'

export type BacktestInput = CohortAsked & {
  history: History
  draft: CompiledAgreement
  inForce: CompiledAgreement
  /** The people of the pools as they are, with their absences. */
  roster: readonly RosterPerson[]
  /** What is known ends here, epoch ms. */
  untilMs: number
  /** Of the intervals of money: the same seed gives the same intervals. */
  seed: number
  /** Told how far it is, 0 to 1. */
  onProgress?: (share: number) => void
}

/**
 * Folds a draft and the version in force over the same history and compares them with each other and with what really
 * happened, for the leads first met in the period. The same input gives the same figures, whatever the order of people.
 */
export function runBacktest(input: BacktestInput): Measured {
  const { history, draft, inForce, untilMs, roster, onProgress = () => undefined } = input
  const paths = [...new Set([...readsOf(draft).paths, ...readsOf(inForce).paths])].sort()
  const about = conditionOf(input.segment)?.paths
  const facts = Math.max(1, factCount(history))
  const isShared = scoringOf(draft) === scoringOf(inForce)
  const span = isShared ? 0.5 : 0.3
  const track = trackScores(history, draft, paths, untilMs, (done) => onProgress((done / facts) * span), about)
  const other = isShared
    ? track
    : trackScores(history, inForce, paths, untilMs, (done) => onProgress(span + (done / facts) * span))
  const from = isShared ? span : span * 2
  const rest = (0.9 - from) / 2
  const fold = (agreement: CompiledAgreement, scores: ScoreTrack, begin: number): Side => {
    const qualification = qualifyAll(scores, agreement)
    const work = simulateWork({
      history,
      agreement,
      qualification,
      roster,
      untilMs,
      onProgress: (share) => onProgress(begin + share * rest),
    })
    return { agreement, track: scores, qualification, work }
  }
  const sides = { draft: fold(draft, track, from), inForce: fold(inForce, other, from + rest) }
  const { fromMs, toMs, seed } = input
  const learnt = learntUntil([draft, inForce])
  const all = cohortOf(track, input)
  const cohort = all.filter((person) => (track.openedAt[person] ?? 0) > learnt.untilMs)
  const measured = measure({
    ...sides,
    cohort,
    roster,
    fromMs: Math.min(toMs, Math.max(fromMs, learnt.untilMs)),
    toMs,
    untilMs,
    seed,
  })
  const silences: Silence[] = [
    { what: 'learnt from', n: all.length - cohort.length },
    { what: 'maybe learnt from', n: learnt.isUnknown ? cohort.length : 0 },
  ]
  measured.figures.cannotSay.unshift(...silences.filter(({ n }) => n > 0))
  onProgress(1)
  return measured
}
