import { totalOf } from './bayes-frequencies.ts'
import type { FieldEncoding } from './encoding.ts'
import type { LearnedModel, LogisticModel } from './model.ts'
import { evidenceLogOdds } from './naive-bayes.ts'
import { ownValue } from './own-value.ts'

/** One value of a field: what it adds to the log-odds, before the mean of the field is taken off. */
export type ValueEffect = { readonly value: string; readonly logOdds: number; readonly share: number | null }

export type FieldEffect = {
  readonly field: string
  /** Standard deviation of the field's contribution over the training rows, in log-odds: how much it has to say. */
  readonly spread: number
  readonly values: readonly ValueEffect[]
}

/** What a model made of each field, the field with most to say first. `share` is that of the training rows. */
export function describeFields(model: LearnedModel): FieldEffect[] {
  const effects =
    model.kind === 'logistic'
      ? model.encoding.fields.map((field) => logisticEffect(model, field))
      : model.fields.map(({ name }) => {
          const values = ownValue(model.frequencies.fields, name) ?? {}
          const totals = totalOf(values)
          return effectOf(
            name,
            Object.entries(values).map(([value, counts]) => ({
              value,
              logOdds: evidenceLogOdds({ counts, totals }),
              share: (counts.won + counts.lost) / model.trainedOn.rows,
            })),
          )
        })
  return effects.sort((a, b) => b.spread - a.spread)
}

function effectOf(field: string, values: readonly ValueEffect[]): FieldEffect {
  const mean = values.reduce((sum, { share, logOdds }) => sum + (share ?? 0) * logOdds, 0)
  const variance = values.reduce((sum, { share, logOdds }) => sum + (share ?? 0) * (logOdds - mean) ** 2, 0)
  return { field, spread: Math.sqrt(variance), values }
}

function logisticEffect({ weights, means }: LogisticModel, field: FieldEncoding): FieldEffect {
  const at = (value: string, column: number | null): ValueEffect[] =>
    column === null ? [] : [{ value, logOdds: weights[column] ?? 0, share: means[column] ?? null }]
  if (field.kind === 'categorical') {
    return effectOf(field.name, [
      ...field.levels.flatMap(({ level, column }) => at(level, column)),
      ...at('(missing)', field.missingColumn),
      ...at('(other)', field.otherColumn),
    ])
  }
  const slope = weights[field.column] ?? 0
  const missing = at('(missing)', field.missingColumn)
  const missingShare = missing[0]?.share ?? 0
  const missingVariance = missingShare * (1 - missingShare) * (missing[0]?.logOdds ?? 0) ** 2
  return {
    field: field.name,
    // The number is standardised; how it goes together with being missing is left aside.
    spread: Math.sqrt(slope * slope + missingVariance),
    values: [{ value: '(one standard deviation more)', logOdds: slope, share: null }, ...missing],
  }
}
