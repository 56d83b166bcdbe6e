import type { Chain } from './chain.ts'
import type { RemovalEffects } from './removal-effects.ts'
import { solveSystem } from './solve-system.ts'

/**
 * With N = (I - Q)^-1 and B = N r, a label whose states are C loses h B[C] / B[start], where h N[C, C] = N[start, C] is the
 * probability of meeting C first at each of its states (Kemeny & Snell 1960, chapter 3).
 */
export function removalByInverse(chain: Chain, labels: number): RemovalEffects {
  const n = chain.states
  const visits = inverse(chain)
  const success = new Float64Array(n)
  for (let row = 0; row < n; row += 1) {
    let sum = 0
    for (let k = 0; k < n; k += 1) sum += (visits[row * n + k] ?? 0) * (chain.converting[k] ?? 0)
    success[row] = sum
  }
  const base = success[0] ?? 0
  const effects = new Float64Array(labels)
  if (base === 0) return { base, effects }
  for (const [label, states] of statesOf(chain, labels).entries()) {
    const first = firstMet(visits, n, states)
    const lost = states.reduce((sum, state, i) => sum + (first[i] ?? 0) * (success[state] ?? 0), 0)
    effects[label] = Math.min(1, Math.max(0, lost / base))
  }
  return { base, effects }
}

function statesOf({ states, latest }: Chain, labels: number): number[][] {
  const found: number[][] = Array.from({ length: labels }, () => [])
  for (let state = 1; state < states; state += 1) found[latest[state] ?? 0]?.push(state)
  return found
}

function firstMet(visits: Float64Array, n: number, states: readonly number[]): Float64Array {
  const size = states.length
  const matrix = new Float64Array(size * size)
  const right = new Float64Array(size)
  for (let i = 0; i < size; i += 1) {
    right[i] = visits[states[i] ?? 0] ?? 0
    // Transposed: the unknown stands before the matrix.
    for (let k = 0; k < size; k += 1) matrix[i * size + k] = visits[(states[k] ?? 0) * n + (states[i] ?? 0)] ?? 0
  }
  return solveSystem(matrix, right, size, 1)
}

function inverse({ states: n, rowStart, to, probability }: Chain): Float64Array {
  const matrix = new Float64Array(n * n)
  const identity = new Float64Array(n * n)
  for (let row = 0; row < n; row += 1) {
    identity[row * n + row] = 1
    matrix[row * n + row] = 1
    for (let i = rowStart[row] ?? 0; i < (rowStart[row + 1] ?? 0); i += 1) {
      const cell = row * n + (to[i] ?? 0)
      matrix[cell] = (matrix[cell] ?? 0) - (probability[i] ?? 0)
    }
  }
  return solveSystem(matrix, identity, n, n)
}
