import { describe, expect, it } from 'vitest'
import { paybackDays } from './payback-days.ts'

const day = (n: number, cents: number) => ({ atMs: n * 86_400_000, cents })

describe('payback', () => {
  it.each([
    ['covers everything spent until then', [day(0, 100), day(10, 100)], [day(5, 90), day(12, 110)], 12],
    ['comes the moment the money is there, not when it is all spent', [day(0, 100), day(30, 500)], [day(3, 100)], 3],
    ['has not come', [day(0, 100)], [day(5, 99)], null],
    ['counts nothing that was won before anything was spent', [day(10, 100)], [day(2, 1_000), day(14, 100)], 4],
    ['is nothing without a cost', [], [day(1, 5)], null],
    ['is nothing without money', [day(0, 1)], [], null],
  ])('%s', (_says, costs, earned, days) => {
    expect(costs.length === 0 ? null : paybackDays(costs, earned)).toBe(days)
  })
})
