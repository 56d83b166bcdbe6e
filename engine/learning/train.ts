import { calibrate } from './calibration.ts'
import { fitCalibration } from './fit-calibration.ts'
import type { LearnedModel } from './model.ts'
import { type SplitKind, splitRows } from './split-rows.ts'
import { type Table, takeRows } from './table.ts'
import { bayesLogOdds, trainBayes } from './train-bayes.ts'
import { logisticLogOdds, trainLogistic } from './train-logistic.ts'

export type ModelKind = LearnedModel['kind']

/**
 * A calibrated model of rows whose outcome is known. A fifth of them, the last ones for `time`, is held out to fit the
 * calibration to a model of the others; then the model itself is trained on all of them.
 */
export function train(table: Table, kind: ModelKind, split: SplitKind): LearnedModel {
  const parts = splitRows(table.rows, split)
  const heldOut = takeRows(table, parts.test)
  const trial = trainUncalibrated(takeRows(table, parts.train), kind)
  const calibration = fitCalibration(logOddsOfRows(trial, heldOut), heldOut.outcomes)
  return { ...trainUncalibrated(table, kind), calibration }
}

export function trainUncalibrated(table: Table, kind: ModelKind): LearnedModel {
  return kind === 'logistic' ? trainLogistic(table) : trainBayes(table)
}

/** The log-odds of each row, before calibration: what ranks them. */
export function logOddsOfRows(model: LearnedModel, table: Table): Float64Array {
  return model.kind === 'logistic' ? logisticLogOdds(model, table) : bayesLogOdds(model, table)
}

/** The calibrated probability of each row. */
export function probabilitiesOf({ calibration }: LearnedModel, logOdds: Float64Array): Float64Array {
  return logOdds.map((one) => calibrate(calibration, one))
}
