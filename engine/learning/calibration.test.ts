import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calibrate } from './calibration.ts'
import { fitCalibration, fitIsotonic, fitPlatt } from './fit-calibration.ts'
import { pava } from './pava.ts'
import { sigmoid } from './sigmoid.ts'

test('ten outcomes by rising score are pooled to 0, a third, a half and 1', () => {
  const found = [...pava([0, 1, 0, 0, 1, 0, 1, 0, 1, 1])]
  expect(found).toEqual([0, 1 / 3, 1 / 3, 1 / 3, 0.5, 0.5, 0.5, 0.5, 1, 1])
})

test('pooling keeps the weighted mean, rises, and leaves what rises alone', () => {
  const pairs = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 9 })), {
    minLength: 1,
  })
  fc.assert(
    fc.property(pairs, (list) => {
      const values = list.map(([value]) => value)
      const weights = list.map(([, weight]) => weight)
      const fitted = pava(values, weights)
      const sum = (of: ArrayLike<number>) => weights.reduce((total, weight, i) => total + weight * (of[i] ?? 0), 0)
      expect(sum(fitted)).toBeCloseTo(sum(values), 6)
      for (let i = 1; i < fitted.length; i += 1) expect(fitted[i]).toBeGreaterThanOrEqual((fitted[i - 1] ?? 0) - 1e-12)
      expect([...pava(fitted, weights)].every((value, i) => Math.abs(value - (fitted[i] ?? 0)) < 1e-12)).toBe(true)
    }),
  )
})

/** Rows whose true chance is sigmoid(slope x + shift), as exact as whole rows allow. */
function knownRows(slope: number, shift: number): { logOdds: number[]; outcomes: number[] } {
  const logOdds: number[] = []
  const outcomes: number[] = []
  for (let x = -3; x <= 3; x += 0.5) {
    const won = Math.round(1000 * sigmoid(slope * x + shift))
    for (let i = 0; i < 1000; i += 1) {
      logOdds.push(x)
      outcomes.push(i < won ? 1 : 0)
    }
  }
  return { logOdds, outcomes }
}

test('Platt finds the slope and the shift by which log-odds are wrong', () => {
  const { logOdds, outcomes } = knownRows(0.6, -1)
  const found = fitPlatt(logOdds, outcomes)
  if (found.kind !== 'platt') throw new Error('not Platt')
  expect(found.slope).toBeCloseTo(0.6, 2)
  expect(found.shift).toBeCloseTo(-1, 2)
})

test('Platt stays finite where scores separate the outcomes', () => {
  const found = fitPlatt([-4, -3, -2, 2, 3, 4], [0, 0, 0, 1, 1, 1])
  expect(calibrate(found, 3)).toBeGreaterThan(0.7)
  expect(calibrate(found, 3)).toBeLessThan(1)
})

test('isotonic calibration gives each score its rate, is level outside and straight between', () => {
  const { logOdds, outcomes } = knownRows(0.6, -1)
  const found = fitIsotonic(logOdds, outcomes)
  const rate = (x: number) => Math.round(1000 * sigmoid(0.6 * x - 1)) / 1000
  expect(calibrate(found, 1)).toBeCloseTo(rate(1), 9)
  expect(calibrate(found, 99)).toBeCloseTo(rate(3), 9)
  expect(calibrate(found, 1.25)).toBeCloseTo((rate(1) + rate(1.5)) / 2, 9)
})

test('few rows are calibrated by Platt, many by isotonic regression, one outcome not at all', () => {
  const { logOdds, outcomes } = knownRows(1, 0)
  const some = (n: number) => {
    const rows = Array.from({ length: n }, (_, i) => (i * 37) % logOdds.length)
    return fitCalibration(
      rows.map((row) => logOdds[row] ?? 0),
      rows.map((row) => outcomes[row] ?? 0),
    ).kind
  }
  expect([some(999), some(1000)]).toEqual(['platt', 'isotonic'])
  expect(fitCalibration([1, 2], [1, 1])).toEqual({ kind: 'none' })
})
