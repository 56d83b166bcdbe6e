/** Places in the design matrix; the intercept is apart. Plain JSON, part of a stored model. */
export type NumericEncoding = {
  readonly kind: 'numeric'
  readonly name: string
  /** Takes the place of a missing value. */
  readonly median: number
  /** Of sign(v) ln(1 + |v|) over the training rows, missing ones at the median. */
  readonly mean: number
  readonly sd: number
  readonly column: number
  /** 1 where the value is missing; null when it never was in training. */
  readonly missingColumn: number | null
}

export type CategoricalEncoding = {
  readonly kind: 'categorical'
  readonly name: string
  readonly levels: readonly { readonly level: string; readonly column: number }[]
  readonly missingColumn: number | null
  /** Levels too rare to be told apart, and any that training never saw. */
  readonly otherColumn: number | null
}

export type FieldEncoding = NumericEncoding | CategoricalEncoding

export type Encoding = { readonly fields: readonly FieldEncoding[]; readonly columns: number }

/** Squeezes long tails of either sign: sign(v) ln(1 + |v|). */
export function squeeze(value: number): number {
  return Math.sign(value) * Math.log1p(Math.abs(value))
}
