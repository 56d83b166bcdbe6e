import { describe, expect, test } from 'vitest'
import { compileExpression } from './compile-expression.ts'
import { interpret } from './interpret.ts'
import { parseForTest } from './parse-for-test.ts'

const context = {
  grade: 'A1',
  n: 7,
  zero: 0,
  yes: true,
  nothing: null,
  nan: Number.NaN,
  text: 'Crème 😀',
  list: [1, null, 3],
  account: { employees: 80, country: 'BR', owner: { is_working: false } },
  visits: [{ seconds: 5 }, { seconds: 50 }, {}],
  record: { k: 'v', empty: null },
}

describe('values, and what is not known', () => {
  test.each<[string, unknown]>([
    ['account.employees >= 50', true],
    ['account.employees < 50', false],
    ['account.seats < 50', undefined],
    ['account.seats >= 50', undefined],
    ['!(account.seats >= 50)', undefined],
    ['nothing == 0', undefined],
    ['nothing < 1', undefined],
    ['nan == nan', undefined],
    ['!(nan == 1)', undefined],
    ['account.seats != 3', undefined],
    ['account.seats == null', true],
    ['account.seats != null', false],
    ['account.country != null', true],
    ['null == null', true],
    ['nan == null', true],
    ['has(account.seats)', false],
    ['has(account.employees)', true],
    ['has(nobody.knows.this)', false],
    ['account.seats > 3 && false', false],
    ['false && account.seats > 3', false],
    ['account.seats > 3 || yes', true],
    ['yes || account.seats > 3', true],
    ['account.seats > 3 && yes', undefined],
    ['account.seats > 3 || !yes', undefined],
    ['account.seats > 3 ? 1 : 2', undefined],
    ['yes ? n : account.seats', 7],
    ['n == "7"', undefined],
    ['!(n == "7")', undefined],
    ['account == account', undefined],
    ['account.country.deeper.still == "x"', undefined],
    ['grade in ["A1", "A2"]', true],
    ['grade in ["B1"]', false],
    ['grade in [1, "A1"]', true],
    ['grade in [1, "A2"]', undefined],
    ['account.seats in [1]', undefined],
    ['!(account.seats in [1])', undefined],
    ['grade in []', false],
    ['3 in list', true],
    ['4 in list', undefined],
    ['"k" in record', true],
    ['"empty" in record', false],
    ['"constructor" in record', false],
    ['n / 2', 3.5],
    ['n / zero', undefined],
    ['n % zero', undefined],
    ['-7 % 3', -1],
    ['n + "x"', undefined],
    ['"a" + "b"', 'ab'],
    ['1e308 * 10.0', undefined],
    ['-n', -7],
    ['size(text)', 7],
    ['size(list)', 3],
    ['record.size()', 2],
    ['size(n)', undefined],
    ['text.startsWith("Cr") && text.endsWith("😀") && text.contains("è")', true],
    ['n.startsWith("7")', undefined],
    ['"ÀBc".lowerAscii()', 'Àbc'],
    ['list[0]', 1],
    ['list[1]', undefined],
    ['list[9]', undefined],
    ['list[-1]', undefined],
    ['record["k"]', 'v'],
    ['record["toString"]', undefined],
    ['visits.exists(v, v.seconds > 30)', true],
    ['visits.exists(v, v.seconds > 99)', undefined],
    ['visits.all(v, v.seconds > 30)', false],
    ['visits.all(v, v.seconds > 1)', undefined],
    ['visits.all(v, !has(v.seconds) || v.seconds > 1)', true],
    ['account.all(v, true)', undefined],
    ['[].all(v, false)', true],
    ['[].exists(v, true)', false],
    ['visits.exists(v, visits.exists(w, w.seconds > v.seconds))', true],
    ['visits.exists(n, n.seconds == 50) && n == 7', true],
    ['n', 7],
    ['yes', true],
    ['list.find', undefined],
    ['text.search == null', true],
    ['n && true', undefined],
  ])('%s is %s', (source, value) => {
    const ast = parseForTest(source)
    expect(interpret(ast, context)).toBe(value)
    expect(compileExpression(ast)(context)).toBe(value === true)
  })

  test('turning a comparison around never makes the unknown hold', () => {
    const sources = ['a.x < 50', 'a.x >= 50', 'a.x == 50', 'a.x != 50', 'a.x in [50]', 'a.x.startsWith("5")', 'a.x']
    for (const source of sources) {
      for (const written of [source, `!(${source})`])
        expect(interpret(parseForTest(written), { a: {} })).toBeUndefined()
    }
  })
})
