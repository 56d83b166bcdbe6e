import { columnMeans, encodeRows, logOddsOf } from './design.ts'
import { fitEncoding } from './fit-encoding.ts'
import { fitLogistic } from './fit-logistic.ts'
import type { LogisticModel } from './model.ts'
import { MODEL_VERSION } from './model.ts'
import { countPositives, type Table } from './table.ts'

/** Logistic regression (L2 penalty `lambda`, intercept free) of rows whose outcome is known; not yet calibrated. */
export function trainLogistic(table: Table, lambda = 1): LogisticModel {
  const { encoding } = fitEncoding(table.columns)
  const design = encodeRows(encoding, table.columns, table.rows)
  const { intercept, weights } = fitLogistic(design, table.outcomes, lambda)
  return {
    version: MODEL_VERSION,
    kind: 'logistic',
    target: table.target,
    positive: table.positive,
    trainedOn: { rows: table.rows, positives: countPositives(table) },
    calibration: { kind: 'none' },
    encoding,
    intercept,
    weights: [...weights],
    means: [...columnMeans(design)],
  }
}

/** The log-odds the model gives each row, before calibration. */
export function logisticLogOdds(model: LogisticModel, table: Table): Float64Array {
  return logOddsOf(encodeRows(model.encoding, table.columns, table.rows), model.intercept, model.weights)
}
