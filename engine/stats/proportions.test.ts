import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceInProportions } from './difference-in-proportions.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import { sampleSize, sampleSizeForMargin } from './sample-size.ts'
import { shrunkRate } from './shrunk-rate.ts'
import { twoProportionTest } from './two-proportion-test.ts'
import { wilsonInterval } from './wilson-interval.ts'

describe('the Wilson interval', () => {
  test.each([
    [40, 100, 0.3093997, 0.4979992],
    [10, 14, 0.4535046, 0.8827881],
    [430, 474, 0.8776751, 0.930124],
  ])('of %i in %i is %f to %f', (successes, n, low, high) => {
    const interval = wilsonInterval(successes, n, 1.96)
    expect(interval?.low).toBeCloseTo(low, 7)
    expect(interval?.high).toBeCloseTo(high, 7)
  })

  test('begins at exactly 0 when nothing succeeded and ends at exactly 1 when all did', () => {
    expect(wilsonInterval(0, 12)?.low).toBe(0)
    expect(wilsonInterval(12, 12)?.high).toBe(1)
  })

  test('does not exist without observations, nor for counts that are no proportion', () => {
    expect([wilsonInterval(0, 0), wilsonInterval(3, 2), wilsonInterval(-1, 2), wilsonInterval(Number.NaN, 2)]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  test('always holds the proportion and stays within 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const successes = Math.round(n * share)
        const { low, high } = wilsonInterval(successes, n) ?? { low: 2, high: -1 }
        return low >= 0 && low <= successes / n && successes / n <= high && high <= 1
      }),
    )
  })
})

test('two waves of 120 and 150 in 400 differ with z 2.24309 and p .02489', () => {
  const found = twoProportionTest(120, 400, 150, 400)
  expect(found?.z).toBeCloseTo(2.24309, 5)
  expect(found?.p).toBeCloseTo(0.02489, 5)
})

test('equality of two proportions cannot be tested without spread or observations', () => {
  expect([twoProportionTest(0, 10, 0, 20), twoProportionTest(10, 10, 20, 20), twoProportionTest(0, 0, 5, 20)]).toEqual([
    null,
    null,
    null,
  ])
})

test.each([
  [0.3, 0.375, 623],
  [0.3, 0.35, 1377],
  [0.1, 0.12, 3841],
  [0.05, 0.06, 8158],
])('telling %f from %f takes %i in each arm', (pA, pB, n) => {
  expect(sampleSize(pA, pB)).toBe(n)
})

test('a sample size for equal proportions or impossible risks does not exist', () => {
  expect([sampleSize(0.3, 0.3), sampleSize(0.3, 1.2), sampleSize(0.3, 0.4, 0), sampleSize(0.3, 0.4, 0.05, 1)]).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('knowing a share within five points takes 385 answers, 278 of a thousand people', () => {
  expect(sampleSizeForMargin(0.05, 0.5, undefined, 1.96)).toBe(385)
  expect(sampleSizeForMargin(0.05, 0.5, 1000, 1.96)).toBe(278)
  expect(sampleSizeForMargin(0)).toBeNull()
})

// Newcombe 1998, Statistics in Medicine 17:873, Table II, method 10; the first sample is subtracted from the second here.
test.each([
  [48, 80, 56, 70, 0.2, 0.0524, 0.3339],
  [3, 10, 9, 10, 0.6, 0.1705, 0.809],
  [0, 29, 5, 56, 0.0893, -0.0381, 0.1926],
])('from %i in %i to %i in %i is a rise of %f, between %f and %f', (a, nA, b, nB, difference, low, high) => {
  const found = differenceInProportions(a, nA, b, nB, 1.96)
  expect(found?.difference).toBeCloseTo(difference, 4)
  expect(found?.low).toBeCloseTo(low, 3)
  expect(found?.high).toBeCloseTo(high, 3)
})

test('a rate of few observations is pulled to its parent, of none it is the parent', () => {
  expect(shrunkRate(3, 10, 0.1)).toBeCloseTo((3 + 20 * 0.1) / 30, 12)
  expect(shrunkRate(0, 0, 0.1)).toBeCloseTo(0.1, 12)
  expect(shrunkRate(0, 0, 0.1, 0)).toBeNull()
})

test.each([
  [0.975, 1.959963984540054],
  [0.8, 0.8416212335729143],
  [0.5, 0],
  [0.001, -3.090232306167813],
  [1e-10, -6.361340902404056],
])('the normal quantile of %f is %f, and back', (p, z) => {
  expect(normalQuantile(p)).toBeCloseTo(z, 10)
  expect(normalCdf(z)).toBeCloseTo(p, 12)
})
