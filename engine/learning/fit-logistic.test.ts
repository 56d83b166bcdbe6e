import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Design, encodeRows } from './design.ts'
import { squeeze } from './encoding.ts'
import { fitEncoding } from './fit-encoding.ts'
import { fitLogistic } from './fit-logistic.ts'
import { sigmoid } from './sigmoid.ts'
import { solvePositive } from './solve-positive.ts'
import { plainLeads, tableOf } from './table-for-test.ts'

function dense(rows: readonly (readonly number[])[]): Design {
  const width = rows[0]?.length ?? 0
  return {
    rows: rows.length,
    width,
    columns: width,
    places: Int32Array.from({ length: rows.length * width }, (_, i) => i % width),
    values: Float64Array.from(rows.flat()),
  }
}

/** The gradient of the penalised loss, written out plainly. At the minimum it is 0. */
function gradient(
  x: readonly (readonly number[])[],
  y: readonly number[],
  beta: readonly number[],
  lambda: number,
): number[] {
  const errors = x.map(
    (row, r) => sigmoid(row.reduce((sum, v, j) => sum + v * (beta[j + 1] ?? 0), beta[0] ?? 0)) - (y[r] ?? 0),
  )
  const free = errors.reduce((sum, error) => sum + error, 0)
  const rest = beta.slice(1).map((b, j) => errors.reduce((sum, error, r) => sum + error * (x[r]?.[j] ?? 0), lambda * b))
  return [free, ...rest]
}

test('one yes-or-no field without penalty has the log-odds of its two halves', () => {
  const x = [...Array(10).fill([0]), ...Array(10).fill([1])]
  const y = Array.from({ length: 20 }, (_, i) => (i < 2 || (i >= 10 && i < 16) ? 1 : 0))
  const found = fitLogistic(dense(x), y, 0)
  expect(found.intercept).toBeCloseTo(Math.log(2 / 8), 9)
  expect(found.weights[0]).toBeCloseTo(Math.log(6 / 4) - Math.log(2 / 8), 9)
  expect(found.hasConverged).toBe(true)
})

test('whatever the rows, it ends where the penalised loss is flat', () => {
  const row = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 3, maxLength: 3 })
  const rows = fc.array(fc.tuple(row, fc.integer({ min: 0, max: 1 })), { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(rows, (list) => {
      const x = list.map(([values]) => values)
      const y = list.map(([, outcome]) => outcome)
      fc.pre(y.includes(0) && y.includes(1))
      const { intercept, weights } = fitLogistic(dense(x), y, 1)
      for (const slope of gradient(x, y, [intercept, ...weights], 1)) expect(Math.abs(slope)).toBeLessThan(1e-2)
    }),
  )
})

test.each([
  ['perfectly separated', [[-2], [-1], [1], [2]], [0, 0, 1, 1]],
  [
    'the same column three times',
    [
      [1, 1, 1],
      [2, 2, 2],
      [3, 3, 3],
      [4, 4, 4],
    ],
    [0, 1, 0, 1],
  ],
  ['all won', [[1], [2], [3]], [1, 1, 1]],
  ['enormous', [[1e8], [-1e8], [2e8], [1e7]], [1, 0, 0, 1]],
])('rows that are %s end in finite weights', (_, x, y) => {
  const { intercept, weights } = fitLogistic(dense(x), y)
  expect([intercept, ...weights].every(Number.isFinite)).toBe(true)
})

test('without any penalty, separated rows still end', () => {
  const { weights } = fitLogistic(dense([[-2], [-1], [1], [2]]), [0, 0, 1, 1], 0)
  expect(Number.isFinite(weights[0])).toBe(true)
  expect(weights[0]).toBeGreaterThan(5)
})

test('a positive definite system is solved, and a singular one by its ridge', () => {
  const found = solvePositive(Float64Array.from([4, 0, 2, 3]), Float64Array.from([2, 1]))
  expect([...found].map((x) => Number(x.toFixed(9)))).toEqual([0.5, 0])
  const singular = solvePositive(Float64Array.from([1, 0, 1, 1]), Float64Array.from([1, 1]))
  expect((singular[0] ?? 0) + (singular[1] ?? 0)).toBeCloseTo(1, 6)
})

test('numbers are squeezed and standardised, missing ones at the median with a mark, rare levels pooled', () => {
  const rows = Array.from({ length: 100 }, (_, i) => [
    i === 0 ? '' : String(i % 7),
    i < 60 ? 'a' : i < 90 ? 'Select' : i < 95 ? `rare ${i}` : '',
  ])
  const { columns } = tableOf(['n', 'level'], rows, Array(100).fill(0))
  const { encoding } = fitEncoding(columns)
  const [n, level] = encoding.fields
  expect(n).toMatchObject({ kind: 'numeric', median: 3, column: 0, missingColumn: 1 })
  expect(level).toMatchObject({
    levels: [
      { level: 'a', column: 2 },
      { level: 'Select', column: 3 },
    ],
    missingColumn: 4,
    otherColumn: 5,
  })
  const { values, width } = encodeRows(encoding, columns, 100)
  const firstColumn = Array.from({ length: 100 }, (_, row) => values[row * width] ?? 0)
  expect(firstColumn.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9)
  expect(firstColumn.reduce((sum, value) => sum + value * value, 0) / 100).toBeCloseTo(1, 9)
  expect([values[1], values[width + 1]]).toEqual([1, 0])
})

test('sign(v) ln(1 + |v|) keeps the sign', () => {
  expect([squeeze(0), squeeze(Math.E - 1), squeeze(1 - Math.E)]).toEqual([0, 1, -1])
})

test.each([
  ['a number that names the row', (i: number) => String(5000 + 3 * i), 'nearly every row has its own value'],
  ['an address', (i: number) => `person${i}@example.com`, 'nearly every row has its own value'],
  ['one value throughout', () => 'No', 'always the same'],
  ['one number throughout', () => '7', 'always the same'],
  ['nothing', () => '', 'always the same'],
])('a column of %s is left out', (_, cell, because) => {
  const { columns } = tableOf(
    ['x'],
    Array.from({ length: 200 }, (_, i) => [cell(i)]),
    Array(200).fill(0),
  )
  expect(fitEncoding(columns).leftOut).toEqual([{ field: 'x', because }])
})

test('sums of money that all differ are no names of rows', () => {
  const { columns } = tableOf(
    ['x'],
    Array.from({ length: 200 }, (_, i) => [String(i * i * 977 + 13)]),
    Array(200).fill(0),
  )
  expect(fitEncoding(columns).leftOut).toEqual([])
})

test('the weights found for made-up leads are near those they were made with', () => {
  const table = plainLeads(20_000)
  const { encoding } = fitEncoding(table.columns)
  const { weights } = fitLogistic(encodeRows(encoding, table.columns, table.rows), table.outcomes)
  const source = encoding.fields.find(({ name }) => name === 'source')
  if (source?.kind !== 'categorical') throw new Error('source is text')
  const weightOf = (name: string) => weights[source.levels.find(({ level }) => level === name)?.column ?? -1] ?? 0
  expect(weightOf('referral') - weightOf('search')).toBeGreaterThan(1.35)
  expect(weightOf('referral') - weightOf('search')).toBeLessThan(1.65)
  expect(Math.abs(weightOf('fair') - weightOf('search'))).toBeLessThan(0.15)
})
