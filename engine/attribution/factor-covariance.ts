/** A covariance matrix taken apart, for measuring how far a vector lies out; directions without variance are left out. */
export type Factor = {
  readonly rank: number
  readonly order: readonly number[]
  /** Row by row, `rank` numbers each, in the order of `order`. */
  readonly lower: Float64Array
}

/** Cholesky factor with pivoting of a symmetric matrix of `n` rows; a pivot below 1e-9 of its own variance ends it. */
export function factorCovariance(matrix: Float64Array, n: number): Factor {
  const rest = Float64Array.from({ length: n }, (_, i) => matrix[i * n + i] ?? 0)
  const own = rest.slice()
  const open = new Set(Array.from({ length: n }, (_, i) => i))
  const order: number[] = []
  const columns: Float64Array[] = []
  while (open.size > 0) {
    let pivot = -1
    let most = 1e-9
    for (const i of open) {
      const share = (own[i] ?? 0) > 0 ? (rest[i] ?? 0) / (own[i] ?? 1) : 0
      if (share > most) {
        most = share
        pivot = i
      }
    }
    if (pivot < 0) break
    open.delete(pivot)
    order.push(pivot)
    const scale = Math.sqrt(rest[pivot] ?? 1)
    const column = new Float64Array(n)
    column[pivot] = scale
    for (const i of open) {
      let value = matrix[i * n + pivot] ?? 0
      for (const before of columns) value -= (before[i] ?? 0) * (before[pivot] ?? 0)
      const entry = value / scale
      column[i] = entry
      rest[i] = (rest[i] ?? 0) - entry * entry
    }
    columns.push(column)
  }
  const rank = order.length
  const lower = new Float64Array(rank * rank)
  for (let row = 0; row < rank; row += 1) {
    for (let k = 0; k <= row; k += 1) lower[row * rank + k] = columns[k]?.[order[row] ?? 0] ?? 0
  }
  return { rank, order, lower }
}

/** u' V^- u: the squared distance of `vector` in the measure of the covariance. */
export function squaredDistance({ rank, order, lower }: Factor, vector: Float64Array): number {
  const solved = new Float64Array(rank)
  let sum = 0
  for (let row = 0; row < rank; row += 1) {
    let value = vector[order[row] ?? 0] ?? 0
    for (let k = 0; k < row; k += 1) value -= (lower[row * rank + k] ?? 0) * (solved[k] ?? 0)
    const found = value / (lower[row * rank + row] ?? 1)
    solved[row] = found
    sum += found * found
  }
  return sum
}
