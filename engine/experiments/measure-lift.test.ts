import { describe, expect, it } from 'vitest'
import { seedRandom } from '../stats/random.ts'
import { type GeoUnit, measureGeoLift } from './measure-geo-lift.ts'
import { type Arm, measureLift } from './measure-lift.ts'

const counted = (name: string, successes: number, n: number): Arm => ({
  name,
  n,
  outcome: { kind: 'count', successes },
})

describe('a holdout', () => {
  it('gives the difference, what it brought in all, and how sure that is', () => {
    const found = measureLift([counted('none', 122, 21_306), counted('mail', 267, 21_307)], 'none')
    const [mail] = found?.arms ?? []
    expect(mail?.difference).toBeCloseTo(0.0068049, 6)
    expect(mail?.incremental).toBeCloseTo(144.99, 1)
    expect(mail?.interval.low).toBeGreaterThan(0.005)
    expect(mail?.p).toBeLessThan(1e-10)
    expect(found?.splitP).toBeGreaterThan(0.9)
  })

  it('compares amounts by Welch’s difference of means', () => {
    const amount = (name: string, values: readonly number[]): Arm => ({
      name,
      n: values.length,
      outcome: {
        kind: 'amount',
        sum: values.reduce((a, b) => a + b, 0),
        sumOfSquares: values.reduce((a, b) => a + b * b, 0),
      },
    })
    const found = measureLift([amount('a', [1, 2, 3, 4]), amount('b', [2, 4, 6, 8])], 'a')
    // Variances 5/3 and 20/3: error √(25/12).
    expect(found?.arms[0]?.difference).toBe(2.5)
    expect(found?.arms[0]?.interval.high).toBeCloseTo(2.5 + 1.959964 * Math.sqrt(25 / 12), 5)
  })

  it('makes p stricter for several arms, and tells a broken split', () => {
    const found = measureLift([counted('none', 10, 100), counted('a', 20, 100), counted('b', 11, 300)], 'none')
    expect(found?.arms[1]?.pAdjusted).toBeGreaterThan(found?.arms[1]?.p ?? 1)
    expect(found?.splitP).toBeLessThan(0.001)
    expect(measureLift([counted('none', 10, 100), counted('b', 30, 300)], 'none', [1, 3])?.splitP).toBe(1)
  })

  it('says nothing without a control or without anybody treated', () => {
    expect(measureLift([counted('a', 1, 10)], 'none')).toBeNull()
    expect(measureLift([counted('none', 0, 0), counted('a', 1, 10)], 'none')).toBeNull()
    expect(measureLift([counted('none', 1, 10), counted('a', 0, 0)], 'none')).toBeNull()
  })
})

describe('a geo test', () => {
  const unit = (name: string, before: number, after: number, isTreated: boolean): GeoUnit => ({
    name,
    before,
    after,
    isTreated,
  })
  const units = [
    ...[100, 110, 95, 105, 120, 90, 108, 99].map((before, i) => unit(`t${i}`, before, before + 21 + (i % 3), true)),
    ...[101, 111, 96, 104, 119, 91, 107, 98].map((before, i) => unit(`c${i}`, before, before + 1 + (i % 3), false)),
  ]

  it('finds what changed beyond the change of the others, in any order of the units', () => {
    const found = measureGeoLift(units, seedRandom(7))
    expect(found?.difference).toBe(20)
    expect(found?.incremental).toBe(160)
    expect(found?.interval.low).toBeGreaterThan(18)
    expect(found?.interval.high).toBeLessThan(22)
    expect(found?.p).toBeLessThan(0.001)
    expect(found?.likeness).toBeCloseTo(1, 2)
    expect(measureGeoLift([...units].reverse(), seedRandom(7))).toEqual(found)
  })

  it('finds nothing where nothing is, about nineteen times in twenty', () => {
    let alarms = 0
    for (let round = 0; round < 100; round += 1) {
      const noise = (i: number): number => (((round * 7919 + i * 104_729) % 997) / 997) * 40
      const even = Array.from({ length: 16 }, (_, i) => unit(`u${i}`, 100, 100 + noise(i), i % 2 === 0))
      if ((measureGeoLift(even, seedRandom(round))?.p ?? 1) < 0.05) alarms += 1
    }
    expect(alarms).toBeLessThan(15)
  })

  it('needs three units on either side', () => {
    expect(measureGeoLift(units.slice(0, 10), seedRandom(1))).toBeNull()
  })
})
