import { twoSidedP } from './normal.ts'

/**
 * Two-sided z test that two proportions are equal, with the pooled estimate; z > 0 when the second is higher.
 * Null when a sample is empty or both proportions are 0 or both 1: nothing then speaks against equality.
 */
export function twoProportionTest(
  successesA: number,
  nA: number,
  successesB: number,
  nB: number,
): { readonly z: number; readonly p: number } | null {
  if (!(nA > 0 && nB > 0)) return null
  const pooled = (successesA + successesB) / (nA + nB)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / nA + 1 / nB))
  if (!(error > 0)) return null
  const z = (successesB / nB - successesA / nA) / error
  return { z, p: twoSidedP(z) }
}
