/**
 * Kendall's tau-b of two rankings of the same things by size: 1 when they agree on every pair, -1 when on none; ties are
 * taken out of the measure. Null when one of them ranks nothing.
 */
export function kendallTau(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  let agreeing = 0
  let pairsA = 0
  let pairsB = 0
  for (let i = 0; i < a.length; i += 1) {
    for (let k = i + 1; k < a.length; k += 1) {
      const inA = Math.sign((a[i] ?? 0) - (a[k] ?? 0))
      const inB = Math.sign((b[i] ?? 0) - (b[k] ?? 0))
      agreeing += inA * inB
      pairsA += inA * inA
      pairsB += inB * inB
    }
  }
  return pairsA === 0 || pairsB === 0 ? null : agreeing / Math.sqrt(pairsA * pairsB)
}
