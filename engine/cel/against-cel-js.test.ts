import { Environment } from '@marcbachmann/cel-js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileExpression } from './compile-expression.ts'
import { interpret } from './interpret.ts'
import { parseExpression } from './parse-expression.ts'
import { parseForTest } from './parse-for-test.ts'

// The fragment where both languages mean the same: every value defined, whole numbers and decimals not mixed in sums.
const texts = ['', 'x', 'xy', 'BR', 'br 1']
const { int, double, text, bool } = fc.letrec<{ int: string; double: string; text: string; bool: string }>((tie) => {
  const pair = (kind: 'int' | 'double' | 'text' | 'bool', ...operators: string[]) =>
    fc.tuple(tie(kind), fc.constantFrom(...operators), tie(kind)).map(([l, o, r]) => `(${l} ${o} ${r})`)
  const size = { depthSize: 'small', maxDepth: 3 } as const
  const word = fc.constantFrom(...texts).map((each) => JSON.stringify(each))
  return {
    int: fc.oneof(
      size,
      fc.integer({ min: -9, max: 9 }).map(String),
      fc.constantFrom('a.i', 'a.j', 'numbers[1]', 'size(numbers)', 'size(a.s)'),
      pair('int', '+', '-', '*'),
      fc.tuple(tie('int'), fc.integer({ min: 1, max: 5 })).map(([l, r]) => `(${l} % ${r})`),
      tie('int').map((each) => `-(${each})`),
      fc.tuple(tie('bool'), tie('int'), tie('int')).map(([c, l, r]) => `(${c} ? ${l} : ${r})`),
    ),
    double: fc.oneof(
      size,
      fc.constantFrom('a.d', 'a.e', '0.5', '2.25'),
      pair('double', '+', '-', '*'),
      tie('double').map((each) => `(${each} / 4.0)`),
    ),
    text: fc.oneof(
      size,
      word,
      fc.constantFrom('a.s', 'a.t', 'words[0]'),
      pair('text', '+'),
      tie('text').map((each) => `(${each}).lowerAscii()`),
    ),
    bool: fc.oneof(
      size,
      fc.constantFrom('true', 'false', 'a.p', 'a.q', 'has(a.i)', 'has(a.zz)', '(a.i != null)', '(a.s == null)'),
      pair('int', '<', '<=', '>', '>=', '==', '!='),
      pair('double', '<', '<=', '>', '>=', '==', '!='),
      pair('text', '<', '<=', '>', '>=', '==', '!='),
      pair('bool', '&&', '||', '==', '!='),
      tie('bool').map((each) => `!(${each})`),
      fc
        .tuple(tie('text'), fc.constantFrom('startsWith', 'endsWith', 'contains'), tie('text'))
        .map(([l, f, r]) => `(${l}).${f}(${r})`),
      fc
        .tuple(tie('int'), fc.array(tie('int'), { minLength: 1, maxLength: 3 }))
        .map(([l, r]) => `(${l} in [${r.join(', ')}])`),
      tie('text').map((each) => `(${each} in words)`),
      fc
        .tuple(fc.constantFrom('exists', 'all'), fc.constantFrom('<', '==', '>='), tie('int'))
        .map(([f, o, r]) => `numbers.${f}(x, x ${o} ${r})`),
    ),
  }
})

const context = fc.record({
  a: fc.record({
    i: fc.integer({ min: -9, max: 9 }),
    j: fc.integer({ min: -9, max: 9 }),
    d: fc.integer({ min: -9, max: 9 }).map((n) => n + 0.5),
    e: fc.integer({ min: -9, max: 9 }).map((n) => n + 0.25),
    s: fc.constantFrom(...texts),
    t: fc.constantFrom(...texts),
    p: fc.boolean(),
    q: fc.boolean(),
  }),
  numbers: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 2, maxLength: 4 }),
  words: fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 3 }),
})

/** The other implementation takes whole numbers as BigInt. */
function widen(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(widen)
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, widen(each)]))
}

function isTooDeep(source: string): boolean {
  const parsed = parseExpression(source)
  return !parsed.ok && parsed.problems.every((problem) => problem.message.includes('inside one another'))
}

test('answers what another implementation of CEL answers', () => {
  const other = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false })
  fc.assert(
    fc.property(fc.oneof(int, double, text, bool, bool, bool), context, (source, each) => {
      // Ours refuses exists() and all() more than two deep; the other language has no such limit.
      fc.pre(!isTooDeep(source))
      const theirs: unknown = other.evaluate(source, {
        a: widen(each.a),
        numbers: widen(each.numbers),
        words: each.words,
      })
      const ours = interpret(parseForTest(source), each)
      expect(ours === 0 ? 0 : ours).toBe(typeof theirs === 'bigint' ? Number(theirs) : theirs === 0 ? 0 : theirs)
      expect(compileExpression(parseForTest(source))(each)).toBe(theirs === true)
    }),
    { numRuns: 20_000 },
  )
})
