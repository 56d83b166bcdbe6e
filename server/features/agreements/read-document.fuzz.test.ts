import { readFileSync } from 'node:fs'
import { quickValue } from '@ensemble/engine/agreement/quick-value.ts'
import { readDocument } from '@ensemble/engine/agreement/read-document.ts'
import { MAX_DEPTH, readPlaced } from '@ensemble/engine/agreement/read-placed.ts'
import { nextRandom, seedRandom } from '@ensemble/engine/stats/random.ts'
import { expect, test } from 'vitest'

const SHIPPED = readFileSync(new URL('./default-agreement.yaml', import.meta.url), 'utf8')
const CASES = Number(process.env.FUZZ_CASES ?? 400)
const PIECES = [
  ...'\n :-?,[]{}#&*!|>\'"%@`~=<\t\\0987_.eExXoO+',
  ' #',
  ': ',
  '\n  ',
  '- ',
  '? ',
  '---\n',
  '...\n',
  '<<: ',
  '&a ',
  '*a',
  '!!str ',
  '!x ',
  '|\n',
  '>-\n',
  'null',
  'true',
  '0x1F',
  '1_000',
  '1e3',
  '.5',
  '2020-01-01',
  '\r\n',
  '\u0085',
  '\u2028',
  '\uFEFF',
  '__proto__: ',
  '"\\x41"',
  "''",
]

function mutated(seed: number): string {
  let state = seedRandom(seed)
  const upTo = (limit: number): number => {
    const draw = nextRandom(state)
    state = draw.state
    return Math.floor(draw.value * limit)
  }
  // A part of the shipped text, so that small cases meet every kind of line.
  const lines = SHIPPED.split('\n')
  const from = upTo(lines.length)
  let text = lines.slice(from, from + 1 + upTo(30)).join('\n')
  for (let change = upTo(4); change >= 0; change--) {
    const at = upTo(text.length + 1)
    text = text.slice(0, at) + (PIECES[upTo(PIECES.length)] ?? '') + text.slice(at + upTo(3))
  }
  return text
}

/** A key that is written twice, and what no agreement may hold anyway, is the schema's to judge. */
const shown = (value: unknown): string => JSON.stringify(value, (_, each) => (Object.is(each, -0) ? 0 : each)) ?? ''

test('a text that is read quickly is read the same with its places', () => {
  const different: unknown[] = []
  let quick = 0
  for (let seed = 1; seed <= CASES; seed++) {
    const text = mutated(seed)
    const value = quickValue(text, MAX_DEPTH)
    if (value === null) continue
    quick += 1
    const placed = readPlaced(text)
    const other = placed.ok ? shown(placed.value) : placed.problems[0]?.what
    if (other !== shown(value.value)) different.push({ text, quick: shown(value.value), other })
  }
  expect(different).toEqual([])
  expect(quick).toBeGreaterThan(CASES / 10)
})

test('the shipped agreement is read quickly', () => {
  expect(quickValue(SHIPPED, MAX_DEPTH)).not.toBeNull()
  expect(readDocument(SHIPPED)).toMatchObject({ ok: true })
})
