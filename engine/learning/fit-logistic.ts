import type { Design } from './design.ts'
import { sigmoid, softplus } from './sigmoid.ts'
import { solvePositive } from './solve-positive.ts'

export type LogisticFit = {
  readonly intercept: number
  readonly weights: Float64Array
  readonly iterations: number
  readonly hasConverged: boolean
}

const MOST_ITERATIONS = 100
const MOST_HALVINGS = 40

/**
 * Weights that minimise Σ -ln P(outcome) + λ/2 |weights|², the intercept free: Newton's method (iteratively reweighted least
 * squares), each step halved until the loss falls, so that separable and degenerate data end as well. Outcomes are 1 or 0.
 */
export function fitLogistic(design: Design, outcomes: ArrayLike<number>, lambda = 1): LogisticFit {
  const n = design.columns + 1
  let beta = new Float64Array(n)
  beta[0] = startingIntercept(outcomes)
  let loss = lossOf(design, outcomes, beta, lambda)
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration += 1) {
    const { gradient, hessian } = derivatives(design, outcomes, beta, lambda)
    const step = solvePositive(hessian, gradient)
    const decrement = step.reduce((sum, value, i) => sum + value * (gradient[i] ?? 0), 0)
    const next = descend(design, outcomes, beta, step, loss, lambda)
    if (next !== null) {
      beta = next.beta
      loss = next.loss
    }
    // Half the decrement is how far the loss still is from its minimum, nearly.
    if (next === null || decrement < 1e-10 * (1 + loss)) {
      return result(beta, iteration, next !== null || decrement < 1e-6 * (1 + loss))
    }
  }
  return result(beta, MOST_ITERATIONS, false)
}

function result(beta: Float64Array, iterations: number, hasConverged: boolean): LogisticFit {
  return { intercept: beta[0] ?? 0, weights: beta.slice(1), iterations, hasConverged }
}

function startingIntercept(outcomes: ArrayLike<number>): number {
  let positives = 0
  for (let row = 0; row < outcomes.length; row += 1) positives += outcomes[row] ?? 0
  return Math.log((positives + 0.5) / (outcomes.length - positives + 0.5))
}

function descend(
  design: Design,
  outcomes: ArrayLike<number>,
  beta: Float64Array,
  step: Float64Array,
  loss: number,
  lambda: number,
): { beta: Float64Array<ArrayBuffer>; loss: number } | null {
  for (let halving = 0, scale = 1; halving < MOST_HALVINGS; halving += 1, scale /= 2) {
    const tried = Float64Array.from(beta, (value, i) => value - scale * (step[i] ?? 0))
    const found = lossOf(design, outcomes, tried, lambda)
    if (found < loss) return { beta: tried, loss: found }
  }
  return null
}

function oddsOf({ width, places, values }: Design, row: number, beta: Float64Array): number {
  let sum = beta[0] ?? 0
  const end = (row + 1) * width
  for (let i = row * width; i < end; i += 1) sum += (beta[(places[i] ?? 0) + 1] ?? 0) * (values[i] ?? 0)
  return sum
}

function lossOf(design: Design, outcomes: ArrayLike<number>, beta: Float64Array, lambda: number): number {
  let sum = 0
  for (let row = 0; row < design.rows; row += 1) {
    const odds = oddsOf(design, row, beta)
    sum += softplus(odds) - (outcomes[row] ?? 0) * odds
  }
  for (let i = 1; i < beta.length; i += 1) sum += (lambda / 2) * (beta[i] ?? 0) ** 2
  return sum
}

/** Gradient and lower half of the Hessian; row and column 0 are the intercept's. */
function derivatives(
  design: Design,
  outcomes: ArrayLike<number>,
  beta: Float64Array,
  lambda: number,
): { gradient: Float64Array; hessian: Float64Array } {
  const { rows, width, places, values } = design
  const n = beta.length
  const gradient = new Float64Array(n)
  const hessian = new Float64Array(n * n)
  for (let row = 0; row < rows; row += 1) {
    const p = sigmoid(oddsOf(design, row, beta))
    const error = p - (outcomes[row] ?? 0)
    const weight = p * (1 - p)
    gradient[0] = (gradient[0] ?? 0) + error
    hessian[0] = (hessian[0] ?? 0) + weight
    const start = row * width
    for (let a = start; a < start + width; a += 1) {
      const value = values[a] ?? 0
      if (value === 0) continue
      const i = (places[a] ?? 0) + 1
      gradient[i] = (gradient[i] ?? 0) + error * value
      hessian[i * n] = (hessian[i * n] ?? 0) + weight * value
      for (let b = start; b <= a; b += 1) {
        // Places grow along a row, so this is the lower half.
        const at = i * n + (places[b] ?? 0) + 1
        hessian[at] = (hessian[at] ?? 0) + weight * value * (values[b] ?? 0)
      }
    }
  }
  for (let i = 1; i < n; i += 1) {
    gradient[i] = (gradient[i] ?? 0) + lambda * (beta[i] ?? 0)
    hessian[i * n + i] = (hessian[i * n + i] ?? 0) + lambda
  }
  return { gradient, hessian }
}
