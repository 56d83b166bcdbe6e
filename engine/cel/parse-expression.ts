import type { Expression, Node, Problem } from './ast.ts'
import { buildGlobalCall, buildMethodCall } from './build-call.ts'
import { failAfterEnd } from './fail-after-end.ts'
import { limits } from './limits.ts'
import { measureTree } from './measure-tree.ts'
import { accept, describeToken, expect, fail, isNext, type Parser, peek, take } from './parser.ts'
import { readTokens } from './read-tokens.ts'
import { refusedName } from './refused-names.ts'

export type ParsedExpression = { ok: true; ast: Expression } | { ok: false; problems: readonly Problem[] }

const orders = ['<', '<=', '>', '>='] as const
const equalities = ['==', '!='] as const
const sums = ['+', '-'] as const
const products = ['*', '/', '%'] as const

/**
 * Parses the part of CEL that agreements use: literals, lists, fields, indexes, `! - * / % + - < <= > >= == != in && || ?:`,
 * `has size startsWith endsWith contains lowerAscii exists all timestamp duration`.
 * Answers one problem, the first, with its offset. Never throws; time is linear in the source, which is at most 4,000 characters.
 * Grammar: https://github.com/google/cel-spec/blob/master/doc/langdef.md
 */
export function parseExpression(source: string): ParsedExpression {
  if (source.length > limits.sourceChars) {
    const message = `The expression has ${source.length} characters; at most ${limits.sourceChars} are read.`
    return refuse({
      message,
      remedy: 'Split it into several clauses.',
      offset: limits.sourceChars,
      length: source.length - limits.sourceChars,
    })
  }
  const read = readTokens(source)
  if (!read.ok) return refuse(read.problem)
  const parser: Parser = { tokens: read.tokens, position: 0, nesting: 0, problem: undefined }
  const root = parseNode(parser)
  const rest = peek(parser)
  if (rest.kind !== 'end') failAfterEnd(parser)
  const problem = parser.problem ?? measureTree(root)
  return problem === undefined ? { ok: true, ast: { source, root } } : refuse(problem)
}

function refuse(problem: Problem): ParsedExpression {
  return { ok: false, problems: [problem] }
}

function parseNode(parser: Parser): Node {
  if (parser.nesting >= limits.depth) return failTooDeep(parser)
  parser.nesting++
  const when = parseOr(parser)
  let node = when
  if (accept(parser, '?')) {
    const then = parseNode(parser)
    expect(parser, ':', 'Write condition ? value : other value.')
    const otherwise = parseNode(parser)
    node = { kind: 'conditional', when, then, otherwise, from: when.from, to: otherwise.to }
  }
  parser.nesting--
  return node
}

function failTooDeep(parser: Parser): Node {
  return fail(
    parser,
    peek(parser),
    `The expression is nested more than ${limits.depth} levels deep.`,
    'Split it into several clauses.',
  )
}

function parseOr(parser: Parser): Node {
  const first = parseAnd(parser)
  if (!isNext(parser, '||')) return first
  const parts = [first]
  while (accept(parser, '||')) parts.push(parseAnd(parser))
  return { kind: 'or', parts, from: first.from, to: parts.at(-1)?.to ?? first.to }
}

function parseAnd(parser: Parser): Node {
  const first = parseRelation(parser)
  if (!isNext(parser, '&&')) return first
  const parts = [first]
  while (accept(parser, '&&')) parts.push(parseRelation(parser))
  return { kind: 'and', parts, from: first.from, to: parts.at(-1)?.to ?? first.to }
}

function parseRelation(parser: Parser): Node {
  const left = parseSum(parser)
  const node = parseRelationTo(parser, left)
  const next = peek(parser)
  const isChained =
    node !== left && (isRelation(next.value) ? next.kind === 'symbol' : next.kind === 'name' && next.value === 'in')
  if (!isChained) return node
  return fail(parser, next, 'Comparisons cannot be chained.', 'Write a < b && b < c, or use parentheses.')
}

function parseRelationTo(parser: Parser, left: Node): Node {
  const token = peek(parser)
  if (token.kind === 'name' && token.value === 'in') {
    take(parser)
    const list = parseSum(parser)
    return { kind: 'in', item: left, list, from: left.from, to: list.to }
  }
  const order = orders.find((each) => isNext(parser, each))
  const equality = equalities.find((each) => isNext(parser, each))
  if (order === undefined && equality === undefined) return left
  take(parser)
  const right = parseSum(parser)
  const span = { from: left.from, to: right.to }
  if (order !== undefined) return { kind: 'order', operator: order, left, right, ...span }
  return { kind: 'equality', operator: equality ?? '==', left, right, ...span }
}

function isRelation(value: string | number): boolean {
  return [...orders, ...equalities].some((each) => each === value)
}

function parseSum(parser: Parser): Node {
  let left = parseProduct(parser)
  for (;;) {
    const operator = sums.find((each) => accept(parser, each))
    if (operator === undefined) return left
    const right = parseProduct(parser)
    left = { kind: 'arithmetic', operator, left, right, from: left.from, to: right.to }
  }
}

function parseProduct(parser: Parser): Node {
  let left = parseUnary(parser)
  for (;;) {
    const operator = products.find((each) => accept(parser, each))
    if (operator === undefined) return left
    const right = parseUnary(parser)
    left = { kind: 'arithmetic', operator, left, right, from: left.from, to: right.to }
  }
}

function parseUnary(parser: Parser): Node {
  const { from } = peek(parser)
  const isNegation = isNext(parser, '-')
  if (!isNegation && !isNext(parser, '!')) return parsePostfix(parser)
  if (parser.nesting >= limits.depth) return failTooDeep(parser)
  take(parser)
  parser.nesting++
  const of = parseUnary(parser)
  parser.nesting--
  if (!isNegation) return { kind: 'not', of, from, to: of.to }
  const isNumber = of.kind === 'literal' && (of.type === 'int' || of.type === 'double')
  return isNumber ? { ...of, value: 0 - of.value, from } : { kind: 'negate', of, from, to: of.to }
}

function parsePostfix(parser: Parser): Node {
  let node = parsePrimary(parser)
  for (;;) {
    if (accept(parser, '.')) node = parseMember(parser, node)
    else if (accept(parser, '[')) {
      const at = parseNode(parser)
      const to = expect(parser, ']', 'Close the index with ].')
      node = { kind: 'index', of: node, at, from: node.from, to }
    } else return node
  }
}

function parseMember(parser: Parser, of: Node): Node {
  const token = take(parser)
  if (token.kind !== 'name')
    return fail(
      parser,
      token,
      `${describeToken(token)} stands where a field name was expected.`,
      'Write account.country.',
    )
  if (isNext(parser, '(')) {
    const { args, to } = parseArguments(parser)
    return buildMethodCall(parser, of, token.value, args, { from: of.from, to })
  }
  const refusal = refusedName(token.value)
  if (refusal !== undefined) return fail(parser, token, refusal.message, refusal.remedy)
  return { kind: 'member', of, field: token.value, from: of.from, to: token.to }
}

function parseArguments(parser: Parser): { args: Node[]; to: number } {
  take(parser)
  const args: Node[] = []
  if (!isNext(parser, ')')) {
    do args.push(parseNode(parser))
    while (accept(parser, ','))
  }
  return { args, to: expect(parser, ')', 'Close the parenthesis with ).') }
}

function parsePrimary(parser: Parser): Node {
  const token = take(parser)
  const span = { from: token.from, to: token.to }
  switch (token.kind) {
    case 'int':
    case 'double':
      return { kind: 'literal', type: token.kind, value: token.value, ...span }
    case 'string':
      return { kind: 'literal', type: 'string', value: token.value, ...span }
    case 'name':
      return parseName(parser, token.value, span)
    case 'symbol':
      if (token.value === '[') return parseList(parser, token.from)
      if (token.value === '(') {
        const node = parseNode(parser)
        expect(parser, ')', 'Close the parenthesis with ).')
        return node
      }
  }
  return fail(
    parser,
    token,
    `${describeToken(token)} stands where a value was expected.`,
    'Write a field, a number, a text between quotes, or a list.',
  )
}

function parseName(parser: Parser, name: string, span: { from: number; to: number }): Node {
  if (name === 'true' || name === 'false') return { kind: 'literal', type: 'bool', value: name === 'true', ...span }
  if (name === 'null') return { kind: 'literal', type: 'null', value: null, ...span }
  if (isNext(parser, '(')) {
    const { args, to } = parseArguments(parser)
    return buildGlobalCall(parser, name, args, { from: span.from, to })
  }
  if (name === 'in') return fail(parser, span, '"in" stands where a value was expected.', 'Write value in [list].')
  const refusal = refusedName(name)
  return refusal === undefined ? { kind: 'name', name, ...span } : fail(parser, span, refusal.message, refusal.remedy)
}

function parseList(parser: Parser, from: number): Node {
  const items: Node[] = []
  while (!isNext(parser, ']') && peek(parser).kind !== 'end') {
    if (items.length === limits.listItems) {
      return fail(parser, peek(parser), `A list has at most ${limits.listItems} items.`, 'Shorten the list.')
    }
    items.push(parseNode(parser))
    if (!accept(parser, ',')) break
  }
  const to = expect(parser, ']', 'Separate items by commas and close the list with ].')
  return { kind: 'list', items, from, to }
}
