import { describeFields, type FieldEffect } from './describe-fields.ts'
import { enoughData } from './enough-data.ts'
import { type Evaluation, evaluate } from './evaluate.ts'
import { findDrift, type Share } from './find-drift.ts'
import { findLeaks } from './find-leaks.ts'
import { fitEncoding, type LeftOut } from './fit-encoding.ts'
import type { LearnedModel } from './model.ts'
import { sigmoid } from './sigmoid.ts'
import { type SplitKind, splitRows } from './split-rows.ts'
import { countPositives, NOT_YET_KNOWN, type Table, takeRows } from './table.ts'
import { logOddsOfRows, type ModelKind, probabilitiesOf, train } from './train.ts'
import type { LearningWarning } from './warning.ts'

export type LearnOptions = {
  readonly model: ModelKind
  readonly split: SplitKind
  /** Fields not to be used. */
  readonly exclude: readonly string[]
  /** Fields the caller knows to be written after first contact: each is warned of. */
  readonly writtenAfter: readonly string[]
}

export type Learned = {
  readonly ok: true
  /** Trained on the training rows alone: the figures are of this very model. */
  readonly model: LearnedModel
  readonly evaluation: Evaluation
  readonly split: { readonly kind: SplitKind; readonly train: Share; readonly test: Share }
  readonly notYetKnown: number
  readonly parameters: number
  readonly fields: readonly FieldEffect[]
  readonly leftOut: readonly LeftOut[]
  readonly warnings: readonly LearningWarning[]
}

export type LearnResult = Learned | { readonly ok: false; readonly reason: string }

/**
 * Learns to foretell the outcome from the past, measures it on rows the model has not seen, and says what speaks against
 * believing it. Rows whose outcome is not known yet teach nothing. Refuses, with the reason, when there is too little to learn
 * from; a logistic regression the rows cannot carry becomes naive Bayes, with a warning.
 */
export function learn(table: Table, options: LearnOptions): LearnResult {
  const used = { ...table, columns: table.columns.filter(({ name }) => !options.exclude.includes(name)) }
  const ended = Uint32Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) => table.outcomes[row] !== NOT_YET_KNOWN,
  )
  const known = takeRows(used, ended)
  const parts = splitRows(known.rows, options.split)
  const learnt = takeRows(known, parts.train)
  const measured = takeRows(known, parts.test)
  const { encoding, leftOut } = fitEncoding(learnt.columns)
  const share = shareOf(learnt)
  const enough = enoughData(options.model, share.rows, share.positives, encoding.columns)
  if (!enough.ok) return enough

  const model = train(learnt, enough.kind, options.split)
  const logOdds = logOddsOfRows(model, measured)
  const evaluation = evaluate(logOdds, probabilitiesOf(model, logOdds), logOdds.map(sigmoid), measured.outcomes)
  const split = { kind: options.split, train: share, test: shareOf(measured) }
  return {
    ok: true,
    model,
    evaluation,
    split,
    notYetKnown: table.rows - known.rows,
    parameters: encoding.columns,
    fields: describeFields(model),
    leftOut,
    warnings: [
      ...plainWarnings(table, options.split, enough.insteadBecause, evaluation),
      ...findDrift(split.train, split.test),
      ...findLeaks(used, learnt, evaluation.auc, options.writtenAfter),
    ],
  }
}

function shareOf(table: Table): Share {
  return { rows: table.rows, positives: countPositives(table) }
}

function plainWarnings(
  { isInTimeOrder }: Table,
  split: SplitKind,
  insteadBecause: string | null,
  { auc, brier, uncalibrated }: Evaluation,
): LearningWarning[] {
  const found: LearningWarning[] = []
  const say = (kind: 'not-in-time-order' | 'other-model' | 'not-measured' | 'calibration', message: string): void => {
    found.push({ kind, field: null, message })
  }
  if (insteadBecause !== null) say('other-model', insteadBecause)
  if (split === 'mod5') {
    const said =
      'Measured on every fifth row, between those the model learnt from: later rows will be foretold less well.'
    say('not-in-time-order', said)
  } else if (!isInTimeOrder) {
    say('not-in-time-order', 'Nothing says that the rows stand in order of time: the figures may not be of later rows.')
  }
  if (auc === null)
    say('not-measured', 'The rows kept for measuring all ended the same way, so most figures are unknown.')
  if (brier !== null && uncalibrated.brier !== null && brier > 1.05 * uncalibrated.brier) {
    const change = `from ${uncalibrated.brier.toFixed(3)} to ${brier.toFixed(3)}`
    say(
      'calibration',
      `Calibration on earlier rows made the probabilities of the measured rows worse (Brier ${change}): trust the order of the rows, not the percentages.`,
    )
  }
  return found
}
