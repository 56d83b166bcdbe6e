import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { introductionPaths, type Node, type Strength, type Tie } from './paths.ts'

const nodeOf = (name: string): Node =>
  name === name.toUpperCase() ? { kind: 'colleague', id: name } : { kind: 'person', id: name }
/** `A-x:2` reads: colleague A and person x know each other with strength 2. */
const ties = (text: string): Tie[] =>
  text.split(' ').map((one) => {
    const [, a = '', b = '', strength = '1'] = /^(\w)-(\w):(\d)$/.exec(one) ?? []
    return { a: nodeOf(a), b: nodeOf(b), strength: Number(strength) as Strength }
  })
const said = (text: string, target = 't', most?: number) =>
  introductionPaths(ties(text), target, most).map(
    ({ nodes, weakest }) => `${nodes.map(({ id }) => id).join('')}:${weakest}`,
  )

describe('who can introduce us', () => {
  it.each([
    ['somebody of ours who knows them is the way', 'A-t:1', ['At:1']],
    ['of two who know them the one who knows them better comes first', 'A-t:1 B-t:3', ['Bt:3', 'At:1']],
    ['a short weak way is before a long strong one', 'A-t:1 B-x:3 x-t:3', ['At:1', 'Bxt:3']],
    ['among ways of one length the weakest step decides', 'A-x:3 x-t:1 A-y:2 y-t:2', ['Ayt:2']],
    ['with equal weakest steps the sum decides', 'A-x:2 x-t:2 A-y:3 y-t:2', ['Ayt:2']],
    ['a way does not lead over a colleague', 'A-x:3 B-x:3 B-t:3', ['Bt:3']],
    ['ties have no direction', 't-x:2 x-A:2', ['Axt:2']],
    ['nobody knows them', 'A-x:3', []],
    ['a way over five steps is none', 'A-b:3 b-c:3 c-d:3 d-e:3 e-t:3', []],
    ['with nothing to choose by, ids decide', 'A-y:2 y-t:2 A-x:2 x-t:2', ['Axt:2']],
  ])('%s', (_name, text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  it('keeps to the number of steps asked for', () => {
    expect(said('A-x:3 x-t:3', 't', 1)).toEqual([])
  })

  it('finds what trying every way finds', () => {
    const names = ['A', 'B', 'x', 'y', 'z', 't']
    const arbitraryTies = fc.uniqueArray(
      fc.record({ a: fc.constantFrom(...names), b: fc.constantFrom(...names), strength: fc.constantFrom(1, 2, 3) }),
      { selector: ({ a, b }) => [a, b].sort().join(), maxLength: 12 },
    )
    fc.assert(
      fc.property(arbitraryTies, (list) => {
        const known = list
          .filter(({ a, b }) => a !== b && !(nodeOf(a).kind === 'colleague' && nodeOf(b).kind === 'colleague'))
          .map(({ a, b, strength }) => ({ a: nodeOf(a), b: nodeOf(b), strength: strength as Strength }))
        for (const start of ['A', 'B']) {
          const best = tryEvery(known, start, 't')
          const found = introductionPaths(known, 't').find(({ nodes }) => nodes[0]?.id === start)
          const sum = found?.strengths.reduce((total: number, one) => total + one, 0)
          expect(found === undefined ? null : [found.strengths.length, found.weakest, sum]).toEqual(best)
        }
      }),
    )
  })
})

function tryEvery(known: readonly Tie[], start: string, target: string): number[] | null {
  let best: number[] | null = null
  const walk = (at: string, seen: readonly string[], strengths: readonly number[]): void => {
    if (at === target) {
      const one = [strengths.length, Math.min(...strengths), strengths.reduce((a, b) => a + b, 0)]
      const isBetter =
        best === null ||
        (one[0] ?? 0) < (best[0] ?? 0) ||
        (one[0] === best[0] &&
          ((one[1] ?? 0) > (best[1] ?? 0) || (one[1] === best[1] && (one[2] ?? 0) > (best[2] ?? 0))))
      if (isBetter) best = one
      return
    }
    if (strengths.length === 4) return
    for (const { a, b, strength } of known) {
      const to = a.id === at ? b : b.id === at ? a : null
      if (to === null || to.kind === 'colleague' || seen.includes(to.id)) continue
      walk(to.id, [...seen, to.id], [...strengths, strength])
    }
  }
  walk(start, [start], [])
  return best
}
