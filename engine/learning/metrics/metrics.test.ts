import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gainCurve } from './gain-curve.ts'
import { brierScore, calibrationBins, calibrationError, logLoss } from './probability-quality.ts'
import { alift, auc, cumulativeGain, ksDistance, liftAt } from './ranking-quality.ts'

const p = [0.9, 0.8, 0.7, 0.6, 0.55, 0.5, 0.4, 0.3, 0.2, 0.1]
const y = [1, 1, 0, 1, 0, 1, 0, 0, 1, 0]
const curve = gainCurve(p, y)

test.each([
  ['AUC', auc(curve), 0.72],
  ['Brier', brierScore(p, y), 0.21525],
  ['log loss', logLoss(p, y), 0.6117256],
  ['calibration error in five bins', calibrationError(calibrationBins(p, y, 5)), 0.165],
  ['Kolmogorov-Smirnov', ksDistance(curve), 0.4],
  ['lift of the best fifth', liftAt(curve, 0.2), 2],
  ['lift of the best half', liftAt(curve, 0.5), 1.2],
  ['gain of the best half', cumulativeGain(curve, 0.5), 0.6],
  ['area under the gain curve', alift(curve), 0.61],
])('ten known predictions have their %s', (_, found, wanted) => {
  expect(found).toBeCloseTo(wanted, 7)
})

test('bins include their start and not their end, and the last holds certainty', () => {
  expect(calibrationBins([0.2, 0.6, 1], [0, 1, 1], 5).map(({ n }) => n)).toEqual([0, 1, 0, 1, 1])
})

test('without both outcomes nothing can be ranked, and without rows nothing measured', () => {
  const onlyWon = gainCurve([0.2, 0.4], [1, 1])
  expect([auc(onlyWon), ksDistance(onlyWon)]).toEqual([null, null])
  const none = gainCurve([], [])
  expect([auc(none), liftAt(none, 0.2), cumulativeGain(none, 0.5), alift(none)]).toEqual([null, null, null, null])
  expect([brierScore([], []), logLoss([], []), calibrationError([])]).toEqual([null, null, null])
})

describe('ties', () => {
  test('one score for all is chance: AUC .5, lift 1, ALIFT .5', () => {
    const flat = gainCurve([3, 3, 3, 3], [1, 0, 0, 1])
    expect([auc(flat), liftAt(flat, 0.2), alift(flat), ksDistance(flat)]).toEqual([0.5, 1, 0.5, 0])
  })

  test('a cut within a group of equals takes its average', () => {
    // The best two of five: one sure positive, and one of three equals of which one is positive.
    const some = gainCurve([9, 5, 5, 5, 1], [1, 1, 0, 0, 0])
    expect(cumulativeGain(some, 0.4)).toBeCloseTo((1 + 1 / 3) / 2, 12)
  })
})

const sample = fc.array(fc.record({ score: fc.integer({ min: 0, max: 6 }), outcome: fc.integer({ min: 0, max: 1 }) }), {
  minLength: 1,
  maxLength: 40,
})

test('AUC is the share of pairs in the right order, counted pair by pair', () => {
  fc.assert(
    fc.property(sample, (rows) => {
      const positives = rows.filter(({ outcome }) => outcome === 1)
      const negatives = rows.filter(({ outcome }) => outcome === 0)
      let right = 0
      for (const a of positives)
        for (const b of negatives) right += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0
      const found = auc(
        gainCurve(
          rows.map(({ score }) => score),
          rows.map(({ outcome }) => outcome),
        ),
      )
      if (positives.length === 0 || negatives.length === 0) return found === null
      return Math.abs((found ?? -1) - right / (positives.length * negatives.length)) < 1e-12
    }),
  )
})

test('the order of the rows changes nothing', () => {
  fc.assert(
    fc.property(sample, fc.double({ min: 0.01, max: 1, noNaN: true }), (rows, share) => {
      const of = (list: typeof rows) =>
        gainCurve(
          list.map(({ score }) => score),
          list.map(({ outcome }) => outcome),
        )
      const [a, b] = [of(rows), of([...rows].reverse())]
      return Math.abs((liftAt(a, share) ?? 0) - (liftAt(b, share) ?? 0)) < 1e-9 && alift(a) === alift(b)
    }),
  )
})
