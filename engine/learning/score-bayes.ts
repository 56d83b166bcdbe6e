import { priorOf, totalOf } from './bayes-frequencies.ts'
import { binOf } from './group-field.ts'
import type { BayesField, BayesModel, Row } from './model.ts'
import { evidenceLogOdds } from './naive-bayes.ts'
import { ownValue } from './own-value.ts'
import { numberOf, textOf } from './value-of.ts'

type ScoredField = BayesField & { readonly value: string | null; readonly logOdds: number }

/** The prior log-odds and those of each field; a field that is missing or has a value never seen says nothing (0). */
export function scoreBayesFields(
  { frequencies, fields }: BayesModel,
  row: Row,
): { prior: number; fields: ScoredField[] } {
  const prior = priorOf(frequencies)
  return {
    prior: Math.log(prior.won) - Math.log(prior.lost),
    fields: fields.map((field) => {
      const value = field.edges === null ? textOf(row, field.name) : partOf(field.edges, numberOf(row, field.name))
      const values = ownValue(frequencies.fields, field.name) ?? {}
      const counts = value === null ? undefined : ownValue(values, value)
      const logOdds = counts === undefined ? 0 : evidenceLogOdds({ counts, totals: totalOf(values) })
      return { ...field, value, logOdds }
    }),
  }
}

/** Which part of a field's numbers, in words. Null for a missing number. */
export function partOf(edges: readonly number[], value: number): string | null {
  return Number.isNaN(value) ? null : (partNames(edges)[binOf(edges, value)] ?? null)
}

/** The parts between edges: "below 3", "3 to 8", "8 and more". */
export function partNames(edges: readonly number[]): string[] {
  if (edges.length === 0) return ['any']
  return Array.from({ length: edges.length + 1 }, (_, bin) => {
    const [from, to] = [edges[bin - 1], edges[bin]]
    if (from === undefined) return `below ${to}`
    return to === undefined ? `${from} and more` : `${from} to ${to}`
  })
}
