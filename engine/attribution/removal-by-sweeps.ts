import type { Chain } from './chain.ts'
import type { RemovalEffects } from './removal-effects.ts'

/** Relative error at which a solution is taken for exact. */
const PRECISION = 1e-13
const MOST_SWEEPS = 1_000_000

/**
 * The same solution, found by Gauss-Seidel sweeps from below. The error is at most the largest residual times the longest expected
 * journey; sweeping goes on until that bound is below 1e-13 of the result, or not one bit changes any more.
 */
export function removalBySweeps(chain: Chain, labels: number): RemovalEffects {
  const longest = longestJourney(chain)
  const base = converts(chain, -1, longest, 0)
  const effects = new Float64Array(labels)
  if (base === 0) return { base, effects }
  const isMet = new Uint8Array(labels)
  for (const label of chain.latest) if (label >= 0) isMet[label] = 1
  for (let label = 0; label < labels; label += 1) {
    if (isMet[label] === 0) continue
    effects[label] = Math.min(1, Math.max(0, 1 - converts(chain, label, longest, base) / base))
  }
  return { base, effects }
}

/** P(conversion) from the start when states of the label are cut off (-1: none); the error is relative to `scale`, 0 for itself. */
function converts(chain: Chain, removed: number, longest: number, scale: number): number {
  const solution = new Float64Array(chain.states)
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    const change = sweepOnce(chain, solution, removed, chain.converting)
    if (change === 0 || change * longest < PRECISION * (scale || (solution[0] ?? 0))) return solution[0] ?? 0
  }
  throw new RangeError('journeys of this chain are too long to be solved: use a lower order or fewer labels')
}

function longestJourney(chain: Chain): number {
  const expected = new Float64Array(chain.states)
  const one = new Float64Array(chain.states).fill(1)
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    if (sweepOnce(chain, expected, -1, one) < 1e-3) break
  }
  return 1.1 * expected.reduce((most, value) => Math.max(most, value), 0)
}

// From the last state to the first, each with its own loop solved; gives the largest change.
function sweepOnce(chain: Chain, solution: Float64Array, removed: number, gain: Float64Array): number {
  const { rowStart, to, probability, latest } = chain
  let change = 0
  for (let state = chain.states - 1; state >= 0; state -= 1) {
    if (removed >= 0 && latest[state] === removed) continue
    let sum = gain[state] ?? 0
    let stay = 0
    for (let i = rowStart[state] ?? 0; i < (rowStart[state + 1] ?? 0); i += 1) {
      const next = to[i] ?? 0
      if (next === state) stay = probability[i] ?? 0
      else sum += (probability[i] ?? 0) * (solution[next] ?? 0)
    }
    const value = sum / (1 - stay)
    change = Math.max(change, value - (solution[state] ?? 0))
    solution[state] = value
  }
  return change
}
