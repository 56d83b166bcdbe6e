import { describe, expect, test } from 'vitest'
import type { Node } from './ast.ts'
import { parseExpression } from './parse-expression.ts'
import { parseForTest } from './parse-for-test.ts'

/** The tree as text with every operation in parentheses. */
function show(node: Node): string {
  switch (node.kind) {
    case 'literal':
      return JSON.stringify(node.value)
    case 'list':
      return `[${node.items.map(show).join(' ')}]`
    case 'name':
      return node.name
    case 'member':
      return `${show(node.of)}.${node.field}`
    case 'index':
      return `${show(node.of)}[${show(node.at)}]`
    case 'not':
      return `(! ${show(node.of)})`
    case 'negate':
      return `(- ${show(node.of)})`
    case 'arithmetic':
    case 'order':
    case 'equality':
      return `(${node.operator} ${show(node.left)} ${show(node.right)})`
    case 'in':
      return `(in ${show(node.item)} ${show(node.list)})`
    case 'and':
    case 'or':
      return `(${node.kind} ${node.parts.map(show).join(' ')})`
    case 'conditional':
      return `(? ${show(node.when)} ${show(node.then)} ${show(node.otherwise)})`
    case 'has':
      return `(has ${show(node.of)})`
    case 'call':
      return `(${node.fn} ${node.args.map(show).join(' ')})`
    case 'quantifier':
      return `(${node.quantifier} ${node.variable} ${show(node.of)} ${show(node.body)})`
  }
}

describe('what parses, and how it binds', () => {
  test.each([
    ['account.employees >= 50', '(>= account.employees 50)'],
    ['a + b * c - d', '(- (+ a (* b c)) d)'],
    ['a - b - c', '(- (- a b) c)'],
    ['a / b % c', '(% (/ a b) c)'],
    ['(a + b) * c', '(* (+ a b) c)'],
    ['a || b && c || d', '(or a (and b c) d)'],
    ['!a && !!b', '(and (! a) (! (! b)))'],
    ['-a + -3', '(+ (- a) -3)'],
    ['- 0', '0'],
    ['!a.b', '(! a.b)'],
    ['a < b == true ', undefined],
    ['(a < b) == true', '(== (< a b) true)'],
    ['a ? b : c ? d : e', '(? a b (? c d e))'],
    ['a || b ? c : d', '(? (or a b) c d)'],
    ['x in [1, 2, 3,]', '(in x [1 2 3])'],
    ['x in []', '(in x [])'],
    ['a["k"][0].b', 'a["k"][0].b'],
    ['size(x) == x.size()', '(== (size x) (size x))'],
    ['account.size > 3', '(> account.size 3)'],
    ['x.lowerAscii().contains("é")', '(contains (lowerAscii x) "é")'],
    ['a.exists(x, x.k == 1 && has(x.l))', '(exists x a (and (== x.k 1) (has x.l)))'],
    ['a.all(x, x > 1)', '(all x a (> x 1))'],
    [`'it''s'`, undefined],
    [`'it\\'s "so"'`, '"it\'s \\"so\\""'],
    ['"\\u00e9\\x41\\U0001F600\\n"', '"éA😀\\n"'],
    ['1.5e3 + .5', '(+ 1500 0.5)'],
    ['9007199254740991', '9007199254740991'],
    ['duration("1h30m")', '5400000'],
    ['duration("-90s")', '-90000'],
    ['duration("30d")', '2592000000'],
    ['timestamp("2026-01-31T09:00:00Z")', '1769850000000'],
    ['timestamp("2026-01-31T09:00:00.5-03:00")', '1769860800500'],
    ['a // said in the meeting\n && b', '(and a b)'],
    ['null == true', '(== null true)'],
    ['form.class', 'form.class'],
  ])('%s', (source, tree) => {
    const parsed = parseExpression(source)
    expect(parsed.ok ? show(parsed.ast.root) : undefined).toBe(tree)
  })

  test('every span cuts the text of its sub-expression out of the source', () => {
    const { source, root } = parseForTest(' (a.b >= 50) && c.startsWith("x")')
    expect(source.slice(root.from, root.to)).toBe('a.b >= 50) && c.startsWith("x")')
    expect(root.kind === 'and' && root.parts.map((part) => source.slice(part.from, part.to))).toEqual([
      'a.b >= 50',
      'c.startsWith("x")',
    ])
  })
})

describe('what is refused, where, and with which remedy', () => {
  test.each([
    ['', 0, 'Write a field'],
    ['a =', 2, 'Write =='],
    ['a == ', 5, 'Write a field'],
    ['a === b', 4, 'Write =='],
    ['a and b', 2, 'Write &&'],
    ['a OR b', 2, 'Write ||'],
    ['a & b', 2, 'Write &&'],
    ['a < b < c', 6, 'a < b && b < c'],
    ['(a', 2, 'Close the parenthesis'],
    ['a)', 1, 'Join conditions'],
    ['[1, 2', 5, 'close the list'],
    ['"abc', 0, 'Add " where it ends'],
    ["'\\", 0, "Add ' where it ends"],
    ['"a\\q"', 2, 'for a backslash'],
    ['"a\\ud800"', 2, 'for a backslash'],
    ['“abc”', 0, 'straight quotes'],
    ['{"a": 1}', 0, 'one by one'],
    ['3u', 0, 'without unit'],
    ['0x1F', 0, 'without unit'],
    ['50k', 0, 'without unit'],
    ['9007199254740993', 0, 'Whole numbers'],
    ['1e999', 0, 'Whole numbers'],
    ['r"a"', 0, 'Remove the prefix'],
    ['société == 1', 4, 'between quotes'],
    ['a.', 2, 'account.country'],
    ['a.__proto__', 2, 'declared field'],
    ['a.constructor.name', 2, 'declared field'],
    ['constructor', 0, 'declared field'],
    ['toString', 0, 'declared field'],
    ['a.exists(__proto__, true)', 9, 'declared field'],
    ['a.name.length > 3', 7, 'size(x)'],
    ['a.matches("(a+)+")', 0, 'startsWith'],
    ['a.startWith("x")', 0, 'startsWith()'],
    ['sise(x)', 0, 'size()'],
    ['eval("1")', 0, 'has, size'],
    ['a.map(x, x)', 0, 'exists'],
    ['has(1)', 4, 'has(person.phone)'],
    ['size(a, b)', 0, 'size(x)'],
    ['a.exists(x > 1)', 0, 'list.exists(x'],
    ['a.exists("x", true)', 0, 'list.exists(x'],
    ['duration("3 days")', 9, 'duration("72h")'],
    ['duration(x)', 9, 'duration("72h")'],
    ['timestamp("2026-02-30T00:00:00Z")', 10, 'timestamp("2026'],
    ['timestamp("2026-01-31")', 10, 'timestamp("2026'],
    ['a.exists(x, x.exists(y, y.exists(z, z)))', 24, 'Split'],
  ])('%s', (source, offset, remedy) => {
    const parsed = parseExpression(source)
    const [problem] = parsed.ok ? [] : parsed.problems
    expect(problem).toMatchObject({ offset, remedy: expect.stringContaining(remedy) })
  })

  test.each([
    ['too long', `a == "${'x'.repeat(4_000)}"`],
    ['parentheses', '('.repeat(4_000)],
    ['closed parentheses', `${'('.repeat(1_000)}a${')'.repeat(1_000)}`],
    ['brackets', '['.repeat(4_000)],
    ['negations', `${'!'.repeat(3_999)}a`],
    ['minuses', `${'-'.repeat(3_999)}1`],
    ['members', `a${'.a'.repeat(1_999)}`],
    ['indexes', `a${'[0]'.repeat(1_000)}`],
    ['conditionals', `${'a?'.repeat(1_333)}`],
    ['sums', Array(900).fill('a').join('+')],
    ['calls', `${'size('.repeat(600)}a${')'.repeat(600)}`],
    ['a list', `x in [${Array(1_200).fill('1').join(',')}]`],
  ])('hostile depth or length: %s', (_, source) => {
    expect(parseExpression(source).ok).toBe(false)
  })

  test('a long chain of || is flat, hence allowed', () => {
    expect(parseExpression(Array(600).fill('a.b').join('||')).ok).toBe(true)
  })
})
