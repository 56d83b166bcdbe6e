/**
 * Solves A X = B by Gaussian elimination with partial pivoting. `a` is n x n and `b` n x m, both by rows and both overwritten; the
 * solution is `b`. Throws RangeError when A is singular, which I - Q of a chain that always ends is not.
 */
export function solveSystem(a: Float64Array, b: Float64Array, n: number, m: number): Float64Array {
  for (let column = 0; column < n; column += 1) {
    const pivot = pivotOf(a, n, column)
    if (pivot !== column) {
      swapRows(a, n, pivot, column)
      swapRows(b, m, pivot, column)
    }
    const scale = a[column * n + column] ?? 0
    if (scale === 0) throw new RangeError('the system of equations has no single solution')
    for (let row = column + 1; row < n; row += 1) {
      const factor = (a[row * n + column] ?? 0) / scale
      if (factor === 0) continue
      subtractRow(a, n, row, column, factor, column)
      subtractRow(b, m, row, column, factor, 0)
    }
  }
  for (let row = n - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < n; k += 1) {
      const factor = a[row * n + k] ?? 0
      if (factor !== 0) subtractRow(b, m, row, k, factor, 0)
    }
    const scale = a[row * n + row] ?? 1
    for (let i = 0; i < m; i += 1) b[row * m + i] = (b[row * m + i] ?? 0) / scale
  }
  return b
}

function pivotOf(a: Float64Array, n: number, column: number): number {
  let pivot = column
  for (let row = column + 1; row < n; row += 1) {
    if (Math.abs(a[row * n + column] ?? 0) > Math.abs(a[pivot * n + column] ?? 0)) pivot = row
  }
  return pivot
}

function swapRows(matrix: Float64Array, width: number, one: number, other: number): void {
  const kept = matrix.slice(one * width, (one + 1) * width)
  matrix.copyWithin(one * width, other * width, (other + 1) * width)
  matrix.set(kept, other * width)
}

function subtractRow(matrix: Float64Array, width: number, row: number, by: number, factor: number, from: number): void {
  const target = row * width
  const source = by * width
  for (let i = from; i < width; i += 1) {
    matrix[target + i] = (matrix[target + i] ?? 0) - factor * (matrix[source + i] ?? 0)
  }
}
