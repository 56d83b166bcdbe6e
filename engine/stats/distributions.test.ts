import { expect, test } from 'vitest'
import { bootstrapInterval } from './bootstrap-interval.ts'
import { burnUp } from './burn-up.ts'
import { kaplanMeier, kaplanMeierQuantile } from './kaplan-meier.ts'
import { medianAndQuartiles } from './median-and-quartiles.ts'
import { quantile } from './quantile.ts'
import { seedRandom } from './random.ts'

test('a quantile is linear between the values, as in R type 7', () => {
  const values = [7, 15, 36, 39, 40, 41]
  expect([0, 0.25, 0.5, 0.75, 1].map((q) => quantile(values, q))).toEqual([7, 20.25, 37.5, 39.75, 41])
  expect(quantile([1, 3, 2], 0.1)).toBeCloseTo(1.2, 12)
})

test('a quantile of nothing, or outside 0 to 1, does not exist', () => {
  expect([quantile([], 0.5), quantile([1], 1.1), quantile([1], -0.1)]).toEqual([null, null, null])
})

test('quartiles come with the number of values, whatever their order', () => {
  expect(medianAndQuartiles([4, 1, 3, 2])).toEqual({ n: 4, p25: 1.75, median: 2.5, p75: 3.25 })
  expect(medianAndQuartiles([])).toBeNull()
})

test('44 of 140 leads after 8 of 22 days: pace .864, 6.857 a day required, 121 projected', () => {
  const found = burnUp(140, 44, 8, 22)
  expect(found?.daily).toBeCloseTo(6.363636, 6)
  expect(found?.expected).toBeCloseTo(50.909091, 6)
  expect(found?.pace).toBeCloseTo(0.864286, 6)
  expect(found?.required).toBeCloseTo(6.857143, 6)
  expect(found?.projected).toBe(121)
})

test('on the last day nothing can be required, before the first nothing projected', () => {
  expect(burnUp(140, 130, 22, 22)?.required).toBeNull()
  expect(burnUp(140, 0, 0, 22)).toMatchObject({ pace: null, projected: null, expected: 0 })
  expect(burnUp(140, 0, 0, 0)).toBeNull()
})

// Freireich et al. 1963, remission under 6-mercaptopurine, in weeks: the textbook example; median 23.
const remission = [6, 6, 6, 7, 10, 13, 16, 22, 23].map((time) => ({ time, hasHappened: true }))
const open = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((time) => ({ time, hasHappened: false }))

test('the Kaplan-Meier estimate counts open waits among those at risk', () => {
  const steps = kaplanMeier([...open, ...remission])
  expect(steps.map((step) => [step.time, step.atRisk, Number(step.surviving.toFixed(4))])).toEqual([
    [6, 21, 0.8571],
    [7, 17, 0.8067],
    [10, 15, 0.7529],
    [13, 12, 0.6902],
    [16, 11, 0.6275],
    [22, 7, 0.5378],
    [23, 6, 0.4482],
  ])
  expect(kaplanMeierQuantile([...open, ...remission])).toBe(23)
})

test('without open waits the Kaplan-Meier median is the plain one, and it is unknown while most are open', () => {
  expect(kaplanMeierQuantile([1, 2, 3, 4].map((time) => ({ time, hasHappened: true })))).toBe(2)
  expect(kaplanMeierQuantile([{ time: 1, hasHappened: true }, ...open])).toBeNull()
})

test('a bootstrap interval is the same for the same seed and holds the mean of a plain sample', () => {
  const sample = Array.from({ length: 200 }, (_, i) => i)
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const first = bootstrapInterval(sample, mean, seedRandom(7))
  expect(bootstrapInterval(sample, mean, seedRandom(7))).toEqual(first)
  expect(first?.low).toBeGreaterThan(99.5 - 10)
  expect(first?.low).toBeLessThan(99.5 - 6)
  expect(first?.high).toBeGreaterThan(99.5 + 6)
  expect(first?.high).toBeLessThan(99.5 + 10)
  expect(bootstrapInterval([1], mean, seedRandom(7))).toBeNull()
})
