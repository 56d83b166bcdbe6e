/**
 * x of A x = b for a symmetric positive definite A (n x n, row by row; only the lower half is read), by Cholesky's method.
 * Where rounding has made A indefinite, a ridge is added to the diagonal and grown until it works. A is left alone.
 */
export function solvePositive(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length
  let largest = 0
  for (let i = 0; i < n; i += 1) largest = Math.max(largest, a[i * n + i] ?? 0)
  for (let ridge = 0; ridge <= largest + 1; ridge = ridge === 0 ? (largest + 1) * 1e-12 : ridge * 100) {
    const root = factor(a, n, ridge)
    if (root !== null) return substitute(root, b)
  }
  throw new RangeError('the matrix is not finite')
}

function factor(a: Float64Array, n: number, ridge: number): Float64Array | null {
  const l = new Float64Array(n * n)
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = a[i * n + j] ?? 0
      for (let k = 0; k < j; k += 1) sum -= (l[i * n + k] ?? 0) * (l[j * n + k] ?? 0)
      if (i !== j) l[i * n + j] = sum / (l[j * n + j] ?? 1)
      else {
        const pivot = sum + ridge
        if (!(pivot > 1e-14 * Math.max(1, a[i * n + i] ?? 0))) return null
        l[i * n + i] = Math.sqrt(pivot)
      }
    }
  }
  return l
}

function substitute(l: Float64Array, b: Float64Array): Float64Array {
  const n = b.length
  const x = Float64Array.from(b)
  for (let i = 0; i < n; i += 1) {
    let sum = x[i] ?? 0
    for (let k = 0; k < i; k += 1) sum -= (l[i * n + k] ?? 0) * (x[k] ?? 0)
    x[i] = sum / (l[i * n + i] ?? 1)
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    let sum = x[i] ?? 0
    for (let k = i + 1; k < n; k += 1) sum -= (l[k * n + i] ?? 0) * (x[k] ?? 0)
    x[i] = sum / (l[i * n + i] ?? 1)
  }
  return x
}
