import { describe, expect, it } from 'vitest'
import { meanInterval, studentQuantile } from './mean-interval.ts'

describe('the quantile of Student’s t', () => {
  it.each([
    [1, 12.7062],
    [2, 4.3027],
    [3, 3.1824],
    [5, 2.5706],
    [10, 2.2281],
    [30, 2.0423],
    [120, 1.9799],
  ])('with %i degrees is %f at 97.5 %%, as tables print it', (degrees, expected) => {
    expect(Math.abs((studentQuantile(0.975, degrees) ?? 0) - expected)).toBeLessThan(degrees === 3 ? 0.03 : 0.002)
  })

  it('is nothing without a degree of freedom', () => {
    expect(studentQuantile(0.975, 0)).toBeNull()
  })
})

describe('the interval of a mean', () => {
  it('says nothing of nothing, and no interval of one value', () => {
    expect(meanInterval([])).toEqual({ n: 0, mean: null, low: null, high: null })
    expect(meanInterval([0.6])).toEqual({ n: 1, mean: 0.6, low: null, high: null })
  })

  it('holds the mean in its middle: 2, 4, 6 give 4 ± 4.97', () => {
    const { mean, low, high } = meanInterval([2, 4, 6])
    expect(mean).toBe(4)
    expect((high ?? 0) - 4).toBeCloseTo(4.968, 2)
    expect(4 - (low ?? 0)).toBeCloseTo(4.968, 2)
  })
})
