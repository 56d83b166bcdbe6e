import { compileAgreement } from '@ensemble/engine/agreement/compile-agreement.ts'
import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { capacityOf } from '@ensemble/engine/backtest/capacity.ts'
import { cohortOf } from '@ensemble/engine/backtest/cohort.ts'
import type { BacktestFigures, LeadRows } from '@ensemble/engine/backtest/figures.ts'
import { GRADES } from '@ensemble/engine/backtest/grades.ts'
import { matureOf } from '@ensemble/engine/backtest/mature.ts'
import { runBacktest } from '@ensemble/engine/backtest/run-backtest.ts'
import { trackScores } from '@ensemble/engine/backtest/score-track.ts'
import { conditionOf } from '@ensemble/engine/backtest/segment-condition.ts'
import { type Suggestion, suggest } from '@ensemble/engine/backtest/suggest.ts'
import { openPast, type Past } from './open-past.ts'
import { type PastQuestion, SEED } from './question.ts'

export type BacktestAnswer = {
  figures: BacktestFigures
  /** The last moment of which something is known, epoch ms. */
  untilMs: number
  rows: LeadRows & { personIds: string[]; grades: (string | null)[]; sellers: (string | null)[] }
}

export type SuggestAnswer = { suggestion: Suggestion; perWeek: number | null; untilMs: number }

type OnProgress = (share: number) => void

const LOADING_SHARE = 0.3
const WEEK_MS = 7 * 86_400_000

/** A document that was checked before, compiled. */
export function compiled(source: string, version: number, { models }: Past): CompiledAgreement {
  const found = compileAgreement(source, version, models)
  if (found.ok) return found.agreement
  throw new Error(`the agreement was checked before: ${found.problems[0]?.what}`)
}

/** Folds a document over the past beside the version in force. */
export async function compareOn(
  databaseUrl: string,
  question: Extract<PastQuestion, { task: 'compare' }>,
  onProgress: OnProgress,
): Promise<BacktestAnswer> {
  const past = await openPast(databaseUrl, question, (share) => onProgress(share * LOADING_SHARE))
  const { figures, rows } = runBacktest({
    ...past,
    segment: question.segment,
    draft: compiled(question.document, 0, past),
    inForce: compiled(question.inForce.document, question.inForce.version, past),
    seed: SEED,
    onProgress: (share) => onProgress(LOADING_SHARE + share * (1 - LOADING_SHARE)),
  })
  const { history, roster, untilMs } = past
  const personIds = Array.from(rows.person, (person) => history.people[person] ?? '')
  const grades = Array.from(rows.grade, (grade) => (grade === 0 ? null : (GRADES[grade - 1] ?? null)))
  const sellers = Array.from(rows.seller, (seller) => (seller === 0 ? null : (roster[seller - 1]?.id ?? null)))
  return { figures, untilMs, rows: { ...rows, personIds, grades, sellers } }
}

/** Finds clauses for who may be called first in what came of the leads of a period. */
export async function suggestFrom(
  databaseUrl: string,
  question: Extract<PastQuestion, { task: 'suggest' }>,
  onProgress: OnProgress,
): Promise<SuggestAnswer> {
  const past = await openPast(databaseUrl, question, (share) => onProgress(share * LOADING_SHARE))
  const { history, roster, fromMs, toMs, untilMs } = past
  const inForce = compiled(question.inForce.document, question.inForce.version, past)
  const track = trackScores(history, inForce, [], untilMs, undefined, conditionOf(question.segment)?.paths)
  const cohort = cohortOf(track, { fromMs, toMs, segment: question.segment })
  const capacity = capacityOf(inForce, roster, fromMs, toMs).perWeek
  const allPerWeek = cohort.length / ((toMs - fromMs) / WEEK_MS)
  // Who could all be called anyway is still to be called in some order: then the better than average come first.
  const perWeek = question.perWeek ?? (capacity === null || capacity >= allPerWeek ? null : capacity)
  const { isMature } = matureOf(track, cohort, untilMs)
  return { suggestion: suggest({ track, cohort, isMature, fromMs, toMs, perWeek }), perWeek, untilMs }
}
