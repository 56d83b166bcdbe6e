import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileToSource } from './compile-to-source.ts'
import type { EmitNames } from './emit-path.ts'
import { interpret } from './interpret.ts'
import { parseExpression } from './parse-expression.ts'
import { parseForTest } from './parse-for-test.ts'
import { runtime } from './runtime.ts'

const names: EmitNames = { context: 'c', runtime: 'r', records: { a: 'a' } }

function compile(source: string, withHelp: boolean, want: 'holds' | 'value'): (context: unknown) => unknown {
  const constants: string[] = []
  const hoist = (constant: string) => `h${constants.push(constant) - 1}`
  const compiled = compileToSource(
    parseForTest(source),
    withHelp ? { ...names, hoist } : { ...names, records: {} },
    want,
  )
  const declared = constants.map((constant, index) => `const h${index} = ${constant};`).join('')
  const made: unknown = new Function(
    'r',
    `"use strict";${declared}return (c) => { const a = r.record(c.a); return ${compiled} }`,
  )(runtime)
  if (typeof made !== 'function') throw new Error('the compiled source is an arrow function')
  return (context) => made(context)
}

const scalar = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    true,
    false,
    0,
    -0,
    1,
    2,
    -1,
    0.5,
    50,
    1e308,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '',
    'x',
    'xy',
    'X',
    '50',
    '\u2028',
  ),
  fc.integer({ min: -3, max: 3 }),
)
const field = fc.constantFrom('a', 'b', 'k', 'find', 'name', 'size', 'values')
const { value: anyValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(field, tie('value'), { maxKeys: 5 }),
  ),
}))
const usual = fc.record({
  a: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom(50, null)),
  b: fc.constantFrom('x', '50', '', undefined),
  k: fc.oneof(fc.integer({ min: -2, max: 3 }), fc.boolean()),
  size: fc.boolean(),
  name: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }),
})
const record = fc.dictionary(field, anyValue, { maxKeys: 7 })
const context = fc.record({
  a: fc.oneof({ weight: 3, arbitrary: usual }, record, anyValue),
  b: fc.oneof({ weight: 3, arbitrary: usual }, record, anyValue),
  k: fc.oneof(fc.array(usual, { maxLength: 3 }), anyValue),
  v: fc.oneof(fc.integer({ min: 0, max: 2 }), anyValue),
})

const literal = fc.constantFrom(
  '0',
  '1',
  '-1',
  '2',
  '0.5',
  '50',
  '"x"',
  '""',
  "'50'",
  '"\\u2028"',
  '"X"',
  'true',
  'false',
  'null',
  'duration("1s")',
)
const longPath = fc
  .tuple(fc.constantFrom('a', 'b', 'k', 'v', 'w'), fc.array(field, { maxLength: 6 }))
  .map(([root, fields]) => [root, ...fields].join('.'))
const shortPath = fc.constantFrom(
  'a.a',
  'a.b',
  'a.k',
  'a.size',
  'a.name',
  'b.a',
  'b.b',
  'b.k',
  'b.size',
  'k',
  'v',
  'v.a',
  'v.b',
  'w',
)
const path = fc.oneof({ weight: 3, arbitrary: shortPath }, longPath)
const { node } = fc.letrec<{ node: string }>((tie) => {
  const of = tie('node')
  const join = (...operators: string[]) =>
    fc.tuple(of, fc.constantFrom(...operators), of).map(([l, o, r]) => `(${l} ${o} ${r})`)
  const test = fc.tuple(path, fc.constantFrom('<', '<=', '>', '>=', '==', '!='), literal)
  return {
    node: fc.oneof(
      { depthSize: 'small', maxDepth: 6 },
      literal,
      path,
      { weight: 3, arbitrary: test.map(([l, o, r]) => `(${l} ${o} ${r})`) },
      test.map(([l, o, r]) => `(${r} ${o} ${l})`),
      test.map(([l, o, r]) => `!(${l} ${o} ${r})`),
      fc.tuple(path, fc.array(literal, { maxLength: 12 })).map(([l, r]) => `(${l} in [${r.join(', ')}])`),
      fc
        .tuple(path, fc.array(fc.constantFrom('"x"', '"50"', '"q"', '""'), { maxLength: 12 }))
        .map(([l, r]) => `(${l} in [${r.join(', ')}])`),
      join('<', '<=', '>', '>=', '==', '!='),
      join('+', '-', '*', '/', '%'),
      { weight: 3, arbitrary: join('&&', '||') },
      join('in'),
      of.map((x) => `!(${x})`),
      of.map((x) => `-(${x})`),
      fc.tuple(of, of, of).map(([x, y, z]) => `(${x} ? ${y} : ${z})`),
      path.map((x) => `has(${x})`),
      of.map((x) => `size(${x})`),
      of.map((x) => `(${x}).lowerAscii()`),
      fc.tuple(of, fc.constantFrom('startsWith', 'endsWith', 'contains'), of).map(([x, f, y]) => `(${x}).${f}(${y})`),
      fc
        .tuple(of, fc.constantFrom('exists', 'all'), fc.constantFrom('v', 'w'), of)
        .map(([x, f, v, y]) => `(${x}).${f}(${v}, ${y})`),
      fc.tuple(of, of).map(([x, y]) => `(${x})[${y}]`),
      fc.tuple(of, field).map(([x, y]) => `(${x}).${y}`),
      fc.array(of, { maxLength: 3 }).map((xs) => `[${xs.join(', ')}]`),
    ),
  }
})
const expression = node.filter((source) => parseExpression(source).ok)

describe('the compiled source', () => {
  test('means what the interpreter says, on random expressions and contexts', () => {
    let held = 0
    let failed = 0
    let unknown = 0
    fc.assert(
      fc.property(expression, fc.array(context, { minLength: 4, maxLength: 4 }), (source, contexts) => {
        const ast = parseForTest(source)
        const tests = [compile(source, true, 'holds'), compile(source, false, 'holds')]
        const values = [compile(source, true, 'value'), compile(source, false, 'value')]
        for (const each of contexts) {
          const value = interpret(ast, each)
          if (value === true) held++
          else if (value === false) failed++
          else unknown++
          for (const holds of tests) if (holds(each) !== (value === true)) expect.fail(`${holds(each)} for ${value}`)
          for (const read of values) if (!Object.is(read(each), value)) expect(read(each)).toEqual(value)
        }
      }),
      { numRuns: 10_000 },
    )
    expect(Math.min(held, failed, unknown)).toBeGreaterThan(1_000)
  })

  test('means what the interpreter says, for every comparison with a literal, around its boundary', () => {
    const literals = [
      '0',
      '-1',
      '1.5',
      '"x"',
      '""',
      'true',
      'false',
      'null',
      '[1.5]',
      '[-1, 0, 1.5]',
      '["x", ""]',
      '[true]',
      '[1, "x"]',
    ]
    const values = [
      undefined,
      null,
      Number.NaN,
      0,
      -0,
      -1,
      1,
      1.5,
      2,
      Number.POSITIVE_INFINITY,
      '',
      'x',
      'xy',
      '1.5',
      true,
      false,
      [],
      [1.5],
      { x: 1 },
    ]
    for (const operator of ['<', '<=', '>', '>=', '==', '!=', 'in']) {
      for (const each of literals.filter((text) => text.startsWith('[') === (operator === 'in'))) {
        const comparisons = [
          `a.k ${operator} ${each}`,
          `b.k.k ${operator} ${each}`,
          ...(operator === 'in' ? [] : [`${each} ${operator} a.k`]),
        ]
        for (const source of comparisons.flatMap((text) => [text, `!(${text})`])) {
          const holds = compile(source, true, 'holds')
          const read = compile(source, false, 'value')
          for (const k of values) {
            const here = { a: { k }, b: { k: { k } } }
            const value = interpret(parseForTest(source), here)
            expect([holds(here), read(here)], `${source} where k is ${String(k)}`).toEqual([value === true, value])
          }
        }
      }
    }
  })

  test.each([
    ['account.employees >= 50', "(typeof account.employees === 'number' && account.employees >= 50)"],
    ['account.country == "PT"', 'account.country === "PT"'],
    ['!(account.country == "PT")', `(typeof account.country === 'string' && account.country !== "PT")`],
    ['grade in ["A1", "A2"]', '(c.grade === "A1" || c.grade === "A2")'],
    [
      'account.owner.is_working',
      "(typeof account.owner === 'object' && account.owner !== null && account.owner.is_working === true)",
    ],
  ])('%s is as short as by hand', (source, compiled) => {
    expect(compileToSource(parseForTest(source), { context: 'c', runtime: 'r', records: { account: 'account' } })).toBe(
      compiled,
    )
  })

  test('stays small however conditionals are nested', () => {
    let source = 'a.k == 1'
    for (let depth = 0; depth < 20; depth++) source = `(${source} ? a.k > ${depth} : a.k == a.b)`
    expect(compileToSource(parseForTest(source), names).length).toBeLessThan(source.length * 20)
  })

  test.each(['\u2028', '\u2029', '"', "'", '\\', '`$' + '{1}`', '</script>', '\n\r\0', '\ud800', '*/', '\u{1f600}'])(
    'carries any text safely: %j',
    (text) => {
      const compiled = compileToSource(
        { source: '', root: { kind: 'literal', type: 'string', value: text, from: 0, to: 0 } },
        names,
        'value',
      )
      expect(compiled).not.toMatch(/[\u2028\u2029<\n\r]/)
      expect(new Function('r', `return ${compiled}`)(runtime)).toBe(text)
    },
  )

  test('a long list becomes a set made once, where the caller offers it', () => {
    const constants: string[] = []
    const list = Array.from({ length: 20 }, (_, index) => `"c${index}"`).join(', ')
    const compiled = compileToSource(parseForTest(`a.k in [${list}]`), {
      ...names,
      hoist: (constant) => `h${constants.push(constant)}`,
    })
    expect(compiled).toBe('h1.has(a.k)')
    expect(constants).toEqual([`new Set([${list}])`])
  })
})
