import { priorOf, totalOf } from './bayes-frequencies.ts'
import { fitEncoding } from './fit-encoding.ts'
import { binEdges, binOf } from './group-field.ts'
import { type BayesField, type BayesModel, MODEL_VERSION } from './model.ts'
import { type Counts, evidenceLogOdds, FIRST_COUNT } from './naive-bayes.ts'
import { ownValue } from './own-value.ts'
import { partNames } from './score-bayes.ts'
import { type Column, countPositives, POSITIVE, type Table } from './table.ts'

/** Into how many parts numbers are cut: naive Bayes knows values, not sizes. */
const PARTS = 5

/** Naive Bayes of rows whose outcome is known, numbers cut at their fifths; not yet calibrated. */
export function trainBayes(table: Table): BayesModel {
  const useful = new Set(fitEncoding(table.columns).encoding.fields.map(({ name }) => name))
  const fields: BayesField[] = []
  const frequencies = new Map<string, Record<string, Counts>>()
  for (const column of table.columns) {
    if (!useful.has(column.name)) continue
    const edges = column.kind === 'numeric' ? binEdges(column.values, PARTS) : null
    const values = countValues(valueReader(column, edges), table.outcomes)
    frequencies.set(column.name, values)
    fields.push({ name: column.name, edges, mean: meanLogOdds(values, table.rows) })
  }
  const positives = countPositives(table)
  const totals = { won: positives + FIRST_COUNT, lost: table.rows - positives + FIRST_COUNT }
  return {
    version: MODEL_VERSION,
    kind: 'bayes',
    target: table.target,
    positive: table.positive,
    trainedOn: { rows: table.rows, positives },
    calibration: { kind: 'none' },
    fields,
    // A table knows no stages: one, that every row reached, carries the totals.
    frequencies: { stages: [{ stage: 'all', ...totals }], fields: Object.fromEntries(frequencies), tags: {} },
  }
}

function valueReader(column: Column, edges: readonly number[] | null): (row: number) => string | null {
  if (column.kind === 'categorical') return (row) => column.levels[column.codes[row] ?? -1] ?? null
  const cuts = edges ?? []
  const names = partNames(cuts)
  return (row) => {
    const value = column.values[row] ?? Number.NaN
    return Number.isNaN(value) ? null : (names[binOf(cuts, value)] ?? null)
  }
}

function countValues(valueAt: (row: number) => string | null, outcomes: ArrayLike<number>): Record<string, Counts> {
  const counted = new Map<string, { won: number; lost: number }>()
  for (let row = 0; row < outcomes.length; row += 1) {
    const value = valueAt(row)
    if (value === null) continue
    const counts = counted.get(value) ?? { won: FIRST_COUNT, lost: FIRST_COUNT }
    if (outcomes[row] === POSITIVE) counts.won += 1
    else counts.lost += 1
    counted.set(value, counts)
  }
  return Object.fromEntries(counted)
}

/** Over all rows; a missing value says nothing and counts as 0. */
function meanLogOdds(values: Readonly<Record<string, Counts>>, rows: number): number {
  const totals = totalOf(values)
  let sum = 0
  for (const counts of Object.values(values)) {
    sum += Math.round(counts.won + counts.lost - 2 * FIRST_COUNT) * evidenceLogOdds({ counts, totals })
  }
  return rows === 0 ? 0 : sum / rows
}

/** The log-odds the model gives each row, before calibration. */
export function bayesLogOdds(model: BayesModel, table: Table): Float64Array {
  const prior = priorOf(model.frequencies)
  const found = new Float64Array(table.rows).fill(Math.log(prior.won) - Math.log(prior.lost))
  for (const { name, edges } of model.fields) {
    const column = table.columns.find((one) => one.name === name)
    if (column === undefined) continue
    const values = ownValue(model.frequencies.fields, name) ?? {}
    const totals = totalOf(values)
    const says = new Map(Object.entries(values).map(([value, counts]) => [value, evidenceLogOdds({ counts, totals })]))
    const valueAt = valueReader(column, edges)
    for (let row = 0; row < table.rows; row += 1) {
      const value = valueAt(row)
      if (value !== null) found[row] = (found[row] ?? 0) + (says.get(value) ?? 0)
    }
  }
  return found
}
