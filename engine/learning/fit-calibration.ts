import type { Calibration } from './calibration.ts'
import { pava } from './pava.ts'
import { sigmoid } from './sigmoid.ts'

/** Fewer rows than this cannot carry a curve of free shape. */
export const ISOTONIC_ROWS = 1000

/**
 * A calibration from rows the model has not seen: Platt's two numbers below ISOTONIC_ROWS rows, else isotonic. None when only
 * one outcome is there to learn from.
 */
export function fitCalibration(logOdds: ArrayLike<number>, outcomes: ArrayLike<number>): Calibration {
  let positives = 0
  for (let row = 0; row < outcomes.length; row += 1) positives += outcomes[row] ?? 0
  if (positives === 0 || positives === outcomes.length) return { kind: 'none' }
  return logOdds.length < ISOTONIC_ROWS ? fitPlatt(logOdds, outcomes) : fitIsotonic(logOdds, outcomes)
}

/**
 * Logistic regression of the outcome on the log-odds alone. Outcomes are drawn in a little, to (N+ + 1)/(N+ + 2) and
 * 1/(N- + 2), so that well separated rows do not end in certainty (Platt 1999).
 */
export function fitPlatt(logOdds: ArrayLike<number>, outcomes: ArrayLike<number>): Calibration {
  const n = logOdds.length
  let positives = 0
  for (let row = 0; row < n; row += 1) positives += outcomes[row] ?? 0
  const [high, low] = [(positives + 1) / (positives + 2), 1 / (n - positives + 2)]
  let slope = 1
  let shift = 0
  for (let iteration = 0; iteration < 100; iteration += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9]
    for (let row = 0; row < n; row += 1) {
      const x = logOdds[row] ?? 0
      const p = sigmoid(slope * x + shift)
      const error = p - (outcomes[row] === 1 ? high : low)
      const weight = p * (1 - p)
      g0 += error
      g1 += error * x
      h00 += weight
      h01 += weight * x
      h11 += weight * x * x
    }
    const determinant = h00 * h11 - h01 * h01
    const moves = { shift: (h11 * g0 - h01 * g1) / determinant, slope: (h00 * g1 - h01 * g0) / determinant }
    // A step of Newton's may overshoot where most rows are certain already.
    const size = Math.max(Math.abs(moves.shift), Math.abs(moves.slope))
    const scale = size > 2 ? 2 / size : 1
    shift -= scale * moves.shift
    slope -= scale * moves.slope
    if (!(size > 1e-10)) break
  }
  return { kind: 'platt', slope, shift }
}

/** Isotonic regression: equal log-odds as one, pooled until they rise, never nearer to certainty than half a row. */
export function fitIsotonic(logOdds: ArrayLike<number>, outcomes: ArrayLike<number>): Calibration {
  const order = Uint32Array.from({ length: logOdds.length }, (_, row) => row)
  order.sort((a, b) => (logOdds[a] ?? 0) - (logOdds[b] ?? 0) || a - b)
  const xs: number[] = []
  const sums: number[] = []
  const weights: number[] = []
  for (const row of order) {
    const x = logOdds[row] ?? 0
    if (xs.at(-1) !== x) {
      xs.push(x)
      sums.push(0)
      weights.push(0)
    }
    const last = xs.length - 1
    sums[last] = (sums[last] ?? 0) + (outcomes[row] ?? 0)
    weights[last] = (weights[last] ?? 0) + 1
  }
  const rates = sums.map((sum, i) => sum / (weights[i] ?? 1))
  return isotonicFrom(xs, pava(rates, weights), 0.5 / logOdds.length)
}

/** Keeps the ends of each level stretch; between them the curve is straight anyway. */
function isotonicFrom(xs: readonly number[], fitted: Float64Array, least: number): Calibration {
  const logOdds: number[] = []
  const probabilities: number[] = []
  for (let i = 0; i < xs.length; i += 1) {
    const isInside = i > 0 && i + 1 < xs.length && fitted[i - 1] === fitted[i] && fitted[i + 1] === fitted[i]
    if (isInside) continue
    logOdds.push(xs[i] ?? 0)
    probabilities.push(Math.min(1 - least, Math.max(least, fitted[i] ?? 0)))
  }
  return { kind: 'isotonic', logOdds, probabilities }
}
