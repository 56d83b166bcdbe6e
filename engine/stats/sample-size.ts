import { z95 } from './interval.ts'
import { normalQuantile } from './normal.ts'

/**
 * Observations needed in each of two arms to tell proportion `pA` from `pB`, two-sided, rounded up: pooled-null formula
 * (Fleiss): (z(1-α/2) √(2 p̄ q̄) + z(power) √(pA qA + pB qB))² / (pA - pB)². Null when the proportions are equal or outside 0..1.
 */
export function sampleSize(pA: number, pB: number, alpha = 0.05, power = 0.8): number | null {
  const zAlpha = normalQuantile(1 - alpha / 2)
  const zPower = normalQuantile(power)
  if (zAlpha === null || zPower === null || !isProportion(pA) || !isProportion(pB) || pA === pB) return null
  const mean = (pA + pB) / 2
  const underNull = zAlpha * Math.sqrt(2 * mean * (1 - mean))
  const underDifference = zPower * Math.sqrt(pA * (1 - pA) + pB * (1 - pB))
  return Math.ceil((underNull + underDifference) ** 2 / (pA - pB) ** 2)
}

/**
 * Observations needed to know one proportion within ± `margin`, rounded up: z² p(1-p)/margin², and for a finite population
 * n0/(1 + (n0 - 1)/N) of the unrounded n0. Null when the margin is not positive or p is outside 0..1.
 */
export function sampleSizeForMargin(margin: number, p = 0.5, population?: number, z: number = z95): number | null {
  if (!(margin > 0) || !isProportion(p)) return null
  const needed = (z * z * p * (1 - p)) / (margin * margin)
  if (population === undefined) return Math.ceil(needed)
  return population > 0 ? Math.ceil(needed / (1 + (needed - 1) / population)) : null
}

function isProportion(p: number): boolean {
  return p >= 0 && p <= 1
}
