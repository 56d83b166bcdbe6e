import { type Interval, z95 } from './interval.ts'

/**
 * Wilson score interval of a proportion: `successes` of `n`, both counts. Null when n is 0 or the counts make no proportion.
 * Wilson 1927: centre (p + z²/2n)/(1 + z²/n), half-width z √(p(1-p)/n + z²/4n²)/(1 + z²/n).
 */
export function wilsonInterval(successes: number, n: number, z: number = z95): Interval | null {
  if (!(n > 0 && successes >= 0 && successes <= n)) return null
  const p = successes / n
  const shrink = 1 + (z * z) / n
  const centre = (p + (z * z) / (2 * n)) / shrink
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / shrink
  // At 0 and n the bound is exact; rounding must not push it past.
  const low = successes === 0 ? 0 : Math.max(0, centre - half)
  return { low, high: successes === n ? 1 : Math.min(1, centre + half) }
}
