import type { ValueEffect } from '@ensemble/engine/learning/describe-fields.ts'
import type { Evaluation } from '@ensemble/engine/learning/evaluate.ts'
import type { Learned } from '@ensemble/engine/learning/learn.ts'

const FIELDS_SHOWN = 20
const VALUES_SHOWN = 3

/** What was learnt, for people who read in a terminal. */
export function learnReport({ model, evaluation, split, fields, leftOut, warnings, ...rest }: Learned): string {
  const share = ({ rows, positives }: { rows: number; positives: number }): string =>
    `${rows} rows, ${positives} successes (${((100 * positives) / rows).toFixed(1)} %)`
  const head = [
    `${model.kind === 'logistic' ? 'Logistic regression' : 'Naive Bayes'} that ${model.target} is ${model.positive}, ${rest.parameters} parameters`,
    `Learnt from  ${share(split.train)}`,
    `Measured on  ${share(split.test)}, ${split.kind === 'time' ? 'the last fifth' : 'every fifth row'}`,
    ...(rest.notYetKnown > 0 ? [`Not used     ${rest.notYetKnown} rows without an outcome`] : []),
  ]
  const left = leftOut.map(({ field, because }) => `  ${field}: ${because}`)
  return [
    head.join('\n'),
    warnings.length === 0
      ? 'No warnings.'
      : ['Warnings:', ...warnings.map(({ message }) => `  ! ${message}`)].join('\n'),
    figures(evaluation, model.calibration.kind),
    bins(evaluation),
    [
      'What each field has to say (spread in log-odds), and its strongest values:',
      ...fields
        .slice(0, FIELDS_SHOWN)
        .map((one) => `  ${one.spread.toFixed(2)}  ${one.field}: ${strongest(one.values)}`),
    ].join('\n'),
    ...(left.length === 0 ? [] : [['Left out:', ...left].join('\n')]),
  ].join('\n\n')
}

function figures(found: Evaluation, calibration: string): string {
  const { low, high } = found.aucInterval ?? { low: null, high: null }
  return [
    `AUC ${number(found.auc, 4)} (95 %: ${number(low, 3)} to ${number(high, 3)})   KS ${number(found.ks, 3)}   ALIFT ${number(found.alift, 3)}`,
    `Best fifth brings ${number(found.liftAt20, 2)} times the average; best half holds ${number(found.gainAt50 === null ? null : 100 * found.gainAt50, 1)} % of the successes`,
    `Brier ${number(found.brier, 4)}   log loss ${number(found.logLoss, 4)}   calibration error ${number(found.calibrationError, 4)}   (${calibration} calibration)`,
    `   without calibration: ${number(found.uncalibrated.brier, 4)}, ${number(found.uncalibrated.logLoss, 4)}, ${number(found.uncalibrated.calibrationError, 4)}`,
  ].join('\n')
}

function bins({ calibrationBins }: Evaluation): string {
  const rows = calibrationBins
    .filter(({ n }) => n > 0)
    .map(
      ({ from, to, n, predicted, observed }) =>
        `  ${from.toFixed(1)} to ${to.toFixed(1)}  ${String(n).padStart(7)}  ${number(predicted, 3).padStart(8)}  ${number(observed, 3).padStart(8)}`,
    )
  return ['  probability     rows  foretold  happened', ...rows].join('\n')
}

function strongest(values: readonly ValueEffect[]): string {
  return [...values]
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds))
    .slice(0, VALUES_SHOWN)
    .map(({ value, logOdds }) => `${value} ${logOdds > 0 ? '+' : ''}${logOdds.toFixed(2)}`)
    .join(', ')
}

function number(value: number | null, digits: number): string {
  return value === null ? '-' : value.toFixed(digits)
}
