import type { Chain } from './chain.ts'
import type { TransitionCounts } from './count-transitions.ts'

/** The first-order chain of counted transitions. A state that nobody left leads nowhere. */
export function chainOfCounts({ width, counts }: TransitionCounts): Chain {
  const states = width - 2
  const rowStart = new Uint32Array(states + 1)
  const to: number[] = []
  const probability: number[] = []
  const converting = new Float64Array(states)
  for (let row = 0; row < states; row += 1) {
    const begin = row * width
    let sum = 0
    for (let i = 0; i < width; i += 1) sum += counts[begin + i] ?? 0
    if (sum > 0) {
      for (let state = 1; state < states; state += 1) {
        const count = counts[begin + state] ?? 0
        if (count === 0) continue
        to.push(state)
        probability.push(count / sum)
      }
      converting[row] = (counts[begin + width - 2] ?? 0) / sum
    }
    rowStart[row + 1] = to.length
  }
  return {
    states,
    latest: Int32Array.from({ length: states }, (_, state) => state - 1),
    rowStart,
    to: Uint32Array.from(to),
    probability: Float64Array.from(probability),
    converting,
  }
}
