/** Fewer things are compared pair by pair. */
const FEW = 64

/**
 * Kendall's tau-b of two rankings of the same things by size: 1 when they agree on every pair, -1 when on none; ties are
 * taken out of the measure. Null when one of them ranks nothing. Many things are counted by merging (Knight 1966).
 */
export function kendallTau(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  const { agreeing, pairsA, pairsB } = a.length <= FEW ? byPairs(a, b) : byMerging(a, b)
  return pairsA === 0 || pairsB === 0 ? null : agreeing / Math.sqrt(pairsA * pairsB)
}

/** Agreeing less disagreeing pairs, and the pairs that each ranking does not tie. */
type Pairs = { agreeing: number; pairsA: number; pairsB: number }

function byPairs(a: ArrayLike<number>, b: ArrayLike<number>): Pairs {
  const found = { agreeing: 0, pairsA: 0, pairsB: 0 }
  for (let i = 0; i < a.length; i += 1) {
    for (let k = i + 1; k < a.length; k += 1) {
      const inA = Math.sign((a[i] ?? 0) - (a[k] ?? 0))
      const inB = Math.sign((b[i] ?? 0) - (b[k] ?? 0))
      found.agreeing += inA * inB
      found.pairsA += inA * inA
      found.pairsB += inB * inB
    }
  }
  return found
}

function byMerging(a: ArrayLike<number>, b: ArrayLike<number>): Pairs {
  const n = a.length
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort(
    (i, k) => (a[i] ?? 0) - (a[k] ?? 0) || (b[i] ?? 0) - (b[k] ?? 0),
  )
  const inB = Float64Array.from(order, (i) => b[i] ?? 0)
  const inA = Float64Array.from(order, (i) => a[i] ?? 0)
  const all = (n * (n - 1)) / 2
  const tiedA = tiedPairs(inA, (i) => inA[i] === inA[i - 1])
  const tiedBoth = tiedPairs(inA, (i) => inA[i] === inA[i - 1] && inB[i] === inB[i - 1])
  const swaps = sortCounting(inB)
  const tiedB = tiedPairs(inB, (i) => inB[i] === inB[i - 1])
  return { agreeing: all - tiedA - tiedB + tiedBoth - 2 * swaps, pairsA: all - tiedA, pairsB: all - tiedB }
}

function tiedPairs({ length }: Float64Array, isTied: (i: number) => boolean): number {
  let pairs = 0
  let run = 1
  for (let i = 1; i <= length; i += 1) {
    if (i < length && isTied(i)) {
      run += 1
      continue
    }
    pairs += (run * (run - 1)) / 2
    run = 1
  }
  return pairs
}

/** Sorts ascending, and gives how many pairs stood the wrong way round. */
function sortCounting(values: Float64Array): number {
  const scratch = new Float64Array(values.length)
  let swaps = 0
  for (let width = 1; width < values.length; width *= 2) {
    for (let from = 0; from < values.length; from += 2 * width) {
      const middle = Math.min(from + width, values.length)
      const end = Math.min(from + 2 * width, values.length)
      let left = from
      let right = middle
      for (let at = from; at < end; at += 1) {
        if (left < middle && (right >= end || (values[left] ?? 0) <= (values[right] ?? 0))) {
          scratch[at] = values[left] ?? 0
          left += 1
        } else {
          scratch[at] = values[right] ?? 0
          right += 1
          swaps += middle - left
        }
      }
    }
    values.set(scratch)
  }
  return swaps
}
