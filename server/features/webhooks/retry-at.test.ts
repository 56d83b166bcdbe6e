import { expect, it } from 'vitest'
import { retryAt } from './retry-at.ts'

const HOUR_MS = 3_600_000

it.each([0, 0.5, 0.999])(
  'with chance %d there are at least twelve tries over at least three days, then no more',
  (chance) => {
    let at = 0
    let tries = 1
    for (let next = retryAt(tries, at, chance); next !== null; next = retryAt(tries, at, chance)) {
      expect(next).toBeGreaterThan(at)
      at = next
      tries++
    }
    expect(tries).toBeGreaterThanOrEqual(12)
    expect(at).toBeGreaterThanOrEqual(72 * HOUR_MS)
    expect(at).toBeLessThan(96 * HOUR_MS)
  },
)
