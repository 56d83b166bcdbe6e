import { normalQuantile } from './normal.ts'

export type MeanInterval = { n: number; mean: number | null; low: number | null; high: number | null }

/**
 * The p-quantile of Student's t with `degrees` degrees of freedom, p between 0 and 1. Exact for one and two degrees; else
 * the series of Abramowitz and Stegun 26.7.5, at p = 0.975 right to 0.03 with three degrees and to 0.002 from five on.
 */
export function studentQuantile(p: number, degrees: number): number | null {
  const z = normalQuantile(p)
  if (z === null || !(degrees >= 1)) return null
  if (degrees === 1) return Math.tan(Math.PI * (p - 0.5))
  if (degrees === 2) return (2 * p - 1) * Math.sqrt(2 / (4 * p * (1 - p)))
  const [v, z3, z5, z7, z9] = [degrees, z ** 3, z ** 5, z ** 7, z ** 9]
  return (
    z +
    (z3 + z) / (4 * v) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * v ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * v ** 3) +
    (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92_160 * v ** 4)
  )
}

/** Mean of a sample with its 95 % interval by Student's t; null bounds for fewer than two values. */
export function meanInterval(values: readonly number[]): MeanInterval {
  const n = values.length
  if (n === 0) return { n, mean: null, low: null, high: null }
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const t = studentQuantile(0.975, n - 1)
  if (n < 2 || t === null) return { n, mean, low: null, high: null }
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1)
  const half = t * Math.sqrt(variance / n)
  return { n, mean, low: mean - half, high: mean + half }
}
