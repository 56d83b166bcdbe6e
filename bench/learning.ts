// Time to learn from 41,188 rows of 20 fields, made up in the shape of the UCI bank data, by part. Goal: a few seconds.
// Run: node bench/learning.ts
import { encodeRows } from '../engine/learning/design.ts'
import { fitEncoding } from '../engine/learning/fit-encoding.ts'
import { fitLogistic } from '../engine/learning/fit-logistic.ts'
import { learn } from '../engine/learning/learn.ts'
import { score } from '../engine/learning/score.ts'
import { POSITIVE, type Table } from '../engine/learning/table.ts'
import { addRow, finishColumns, startTable } from '../engine/learning/table-builder.ts'
import { nextRandom, seedRandom } from '../engine/stats/random.ts'

const ROWS = 41_188
const LEVELS = [12, 4, 8, 3, 3, 3, 2, 10, 5, 3]
const NUMBERS = 10

function makeRows(): { names: string[]; rows: string[][]; outcomes: Int8Array } {
  let state = seedRandom(1)
  const draw = (): number => {
    const next = nextRandom(state)
    state = next.state
    return next.value
  }
  const rows: string[][] = []
  const outcomes = new Int8Array(ROWS)
  for (let row = 0; row < ROWS; row += 1) {
    const levels = LEVELS.map((count) => Math.floor(draw() ** 2 * count))
    const numbers = Array.from({ length: NUMBERS }, (_, i) => Math.round(Math.exp(draw() * (i + 1)) * 10) / 10)
    const logOdds = -3 + (levels[0] ?? 0) / 5 + (levels[7] ?? 0) / 6 + Math.log(numbers[3] ?? 1) / 3
    outcomes[row] = draw() < 1 / (1 + Math.exp(-logOdds)) ? POSITIVE : 0
    rows.push([...levels.map((level) => `level ${level}`), ...numbers.map(String)])
  }
  return {
    names: [...LEVELS.map((_, i) => `text ${i}`), ...Array.from({ length: NUMBERS }, (_, i) => `number ${i}`)],
    rows,
    outcomes,
  }
}

function timed<T>(what: string, run: () => T): T {
  const times: number[] = []
  let result = run()
  for (let i = 0; i < 3; i += 1) {
    const begun = performance.now()
    result = run()
    times.push(performance.now() - begun)
  }
  times.sort((a, b) => a - b)
  console.log(`${what.padEnd(52)}${(times[1] ?? 0).toFixed(0).padStart(7)} ms`)
  return result
}

const made = makeRows()
const columns = timed('text to columns', () => {
  const builder = startTable(made.names)
  for (const row of made.rows) addRow(builder, row)
  return finishColumns(builder)
})
const table: Table = { rows: ROWS, columns, target: 'y', positive: 'yes', outcomes: made.outcomes, isInTimeOrder: true }
const { encoding } = timed('encoding found', () => fitEncoding(columns))
const design = timed(`rows encoded (${encoding.columns} parameters)`, () => encodeRows(encoding, columns, ROWS))
const fit = timed('logistic regression', () => fitLogistic(design, made.outcomes))
console.log(`  in ${fit.iterations} steps`)
const options = { split: 'time', exclude: [], writtenAfter: [] } as const
const learned = timed('learn: two trainings, calibration, figures, leaks', () =>
  learn(table, { ...options, model: 'logistic' }),
)
timed('the same with naive Bayes', () => learn(table, { ...options, model: 'bayes' }))
if (learned.ok) {
  const row = Object.fromEntries(made.names.map((name, i) => [name, made.rows[0]?.[i]]))
  timed('10,000 single rows scored and explained', () => {
    for (let i = 0; i < 10_000; i += 1) score(learned.model, row)
  })
}
