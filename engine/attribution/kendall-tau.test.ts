import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kendallTau } from './kendall-tau.ts'

function byPairs(a: readonly number[], b: readonly number[]): number | null {
  let [agreeing, pairsA, pairsB] = [0, 0, 0]
  for (const [i, one] of a.entries())
    for (let k = i + 1; k < a.length; k += 1) {
      const inA = Math.sign(one - (a[k] ?? 0))
      const inB = Math.sign((b[i] ?? 0) - (b[k] ?? 0))
      agreeing += inA * inB
      pairsA += Math.abs(inA)
      pairsB += Math.abs(inB)
    }
  return pairsA === 0 || pairsB === 0 ? null : agreeing / Math.sqrt(pairsA * pairsB)
}

test('many things are ranked as pair by pair, ties and all', () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
  fc.assert(
    fc.property(fc.array(pair, { minLength: 2, maxLength: 150 }), (pairs) => {
      const [a, b] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)]
      expect(kendallTau(a, b)).toBe(byPairs(a, b))
    }),
  )
})
