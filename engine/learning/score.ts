import { calibrate } from './calibration.ts'
import { type FieldEncoding, squeeze } from './encoding.ts'
import type { BayesModel, LearnedModel, LogisticModel, Row } from './model.ts'
import { scoreBayesFields } from './score-bayes.ts'
import { numberOf, textOf } from './value-of.ts'

/** What one field does to the log-odds of one row, against the average row of training. */
export type Contribution = { readonly field: string; readonly value: string | null; readonly logOdds: number }

export type Score = {
  /** Calibrated, 0 to 1. */
  readonly probability: number
  /** Before calibration: the average row's plus all contributions. Ranks rows. */
  readonly logOdds: number
  /** The strongest first. */
  readonly contributions: readonly Contribution[]
}

/** The learned probability of one row, and what each field has to do with it: Σ over its columns of weight x (x - mean). */
export function score(model: LearnedModel, row: Row): Score {
  const { average, contributions } = model.kind === 'logistic' ? logistic(model, row) : bayes(model, row)
  const logOdds = contributions.reduce((sum, one) => sum + one.logOdds, average)
  return {
    probability: calibrate(model.calibration, logOdds),
    logOdds,
    contributions: contributions.sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds)),
  }
}

type Parts = { average: number; contributions: Contribution[] }

function logistic(model: LogisticModel, row: Row): Parts {
  const { weights, means } = model
  const average = weights.reduce((sum, weight, column) => sum + weight * (means[column] ?? 0), model.intercept)
  const contributions = model.encoding.fields.map((field) => {
    const entries = entriesOf(field, row)
    let logOdds = 0
    for (const column of columnsOf(field)) {
      logOdds += (weights[column] ?? 0) * ((entries.get(column) ?? 0) - (means[column] ?? 0))
    }
    return { field: field.name, value: textOf(row, field.name), logOdds }
  })
  return { average, contributions }
}

function bayes(model: BayesModel, row: Row): Parts {
  const { prior, fields } = scoreBayesFields(model, row)
  const average = model.fields.reduce((sum, { mean }) => sum + mean, prior)
  return {
    average,
    contributions: fields.map(({ name, mean, value, logOdds }) => ({ field: name, value, logOdds: logOdds - mean })),
  }
}

/** The columns of the design that belong to a field. */
export function columnsOf(field: FieldEncoding): number[] {
  const own = field.kind === 'numeric' ? [field.column] : field.levels.map(({ column }) => column)
  const special = field.kind === 'numeric' ? [field.missingColumn] : [field.missingColumn, field.otherColumn]
  return [...own, ...special.filter((column) => column !== null)]
}

function entriesOf(field: FieldEncoding, row: Row): Map<number, number> {
  if (field.kind === 'numeric') {
    const number = numberOf(row, field.name)
    const isMissing = Number.isNaN(number)
    const entries = new Map([[field.column, (squeeze(isMissing ? field.median : number) - field.mean) / field.sd]])
    if (isMissing && field.missingColumn !== null) entries.set(field.missingColumn, 1)
    return entries
  }
  const text = textOf(row, field.name)
  const known = field.levels.find(({ level }) => level === text)
  const column = text === null ? field.missingColumn : (known?.column ?? field.otherColumn)
  return column === null ? new Map() : new Map([[column, 1]])
}
