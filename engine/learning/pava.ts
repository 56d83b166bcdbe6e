/**
 * The rising sequence nearest to `values` in weighted squares: pool adjacent violators (Ayer et al. 1955). `values` stand in
 * the order of their score; `weights` are 1 each where absent.
 */
export function pava(values: ArrayLike<number>, weights?: ArrayLike<number>): Float64Array {
  const n = values.length
  const mean = new Float64Array(n)
  const weight = new Float64Array(n)
  const start = new Int32Array(n)
  let blocks = 0
  for (let i = 0; i < n; i += 1) {
    mean[blocks] = values[i] ?? 0
    weight[blocks] = weights?.[i] ?? 1
    start[blocks] = i
    blocks += 1
    while (blocks > 1 && (mean[blocks - 2] ?? 0) >= (mean[blocks - 1] ?? 0)) {
      const both = (weight[blocks - 2] ?? 0) + (weight[blocks - 1] ?? 0)
      const sum =
        (mean[blocks - 2] ?? 0) * (weight[blocks - 2] ?? 0) + (mean[blocks - 1] ?? 0) * (weight[blocks - 1] ?? 0)
      blocks -= 1
      mean[blocks - 1] = sum / both
      weight[blocks - 1] = both
    }
  }
  const fitted = new Float64Array(n)
  for (let block = 0; block < blocks; block += 1) {
    fitted.fill(mean[block] ?? 0, start[block], block + 1 < blocks ? start[block + 1] : n)
  }
  return fitted
}
