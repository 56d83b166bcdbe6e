import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkExpression } from './check-expression.ts'
import { compileExpression } from './compile-expression.ts'
import { explainExpression } from './explain-expression.ts'
import { interpret } from './interpret.ts'
import { parseExpression } from './parse-expression.ts'
import type { Schema } from './schema.ts'

const schema: Schema = {
  kind: 'object',
  fields: { a: { kind: 'object', fields: { b: { kind: 'int' } } }, x: { kind: 'dyn' } },
}
const context = { a: { b: 3 }, x: ['y', { z: 1 }] }

function survives(source: string): void {
  const parsed = parseExpression(source)
  if (!parsed.ok) {
    for (const { offset, length, message, remedy } of parsed.problems) {
      expect(offset).toBeGreaterThanOrEqual(0)
      expect(offset + length).toBeLessThanOrEqual(source.length)
      expect(message && remedy).not.toBe('')
    }
    return
  }
  checkExpression(parsed.ast, schema, 'bool')
  const value = interpret(parsed.ast, context)
  expect(compileExpression(parsed.ast)(context)).toBe(value === true)
  expect(explainExpression(parsed.ast, context).value).toEqual(value)
}

test('random bytes are read or refused, never more', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => survives(String.fromCharCode(...bytes))),
    { numRuns: 10_000 },
  )
})

test('random words of the language are read or refused, never more', () => {
  const words =
    '( ) [ ] { } . , ? : ! - + * / % < <= > >= == != && || in true false null a b x 1 2.5 "y" has( size( .exists(v, .all(v, v .size() .startsWith( __proto__ duration("1h") // = \n'
  const source = fc.array(fc.constantFrom(...words.split(' ')), { maxLength: 60 }).map((each) => each.join(' '))
  fc.assert(fc.property(source, survives), { numRuns: 10_000 })
})

test('a sound expression with one character changed is read or refused, never more', () => {
  const sound =
    '(a.b >= 50 && x.exists(v, v.z in [1, -2.5, "\\u00e9"])) || !has(a.c) ? size(x) > 1 : x[0].startsWith("y")'
  const change = fc.tuple(fc.nat(sound.length), fc.nat(3), fc.string({ maxLength: 3, unit: 'binary' }))
  fc.assert(
    fc.property(change, ([at, cut, put]) => survives(sound.slice(0, at) + put + sound.slice(at + cut))),
    { numRuns: 10_000 },
  )
})
