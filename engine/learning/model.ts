import type { Frequencies } from './bayes-frequencies.ts'
import type { Calibration } from './calibration.ts'
import type { Encoding } from './encoding.ts'

export const MODEL_VERSION = 1

type Common = {
  readonly version: typeof MODEL_VERSION
  /** What is foretold: that `target` will be `positive`. */
  readonly target: string
  readonly positive: string
  readonly trainedOn: { readonly rows: number; readonly positives: number }
  readonly calibration: Calibration
}

export type LogisticModel = Common & {
  readonly kind: 'logistic'
  readonly encoding: Encoding
  readonly intercept: number
  /** Per column of the encoding. */
  readonly weights: readonly number[]
  /** Mean of each column over the training rows: a contribution is told against it. */
  readonly means: readonly number[]
}

export type BayesField = {
  readonly name: string
  /** Numbers are cut into parts at these; null for text. */
  readonly edges: readonly number[] | null
  /** Mean log-odds of the field over the training rows. */
  readonly mean: number
}

export type BayesModel = Common & {
  readonly kind: 'bayes'
  readonly fields: readonly BayesField[]
  readonly frequencies: Frequencies
}

/** A score learned from the past: plain JSON, so that it can be stored, compared and signed like a clause. */
export type LearnedModel = LogisticModel | BayesModel

/** What is known of one row, by field. What is absent, null or blank is missing. */
export type Row = Readonly<Record<string, string | number | boolean | null | undefined>>
