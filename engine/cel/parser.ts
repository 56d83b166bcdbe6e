import type { Node, Problem, Span } from './ast.ts'
import type { Token } from './read-tokens.ts'

/** Where a parse stands. After the first problem it stands at the end, so that every loop stops. */
export interface Parser {
  tokens: readonly Token[]
  position: number
  nesting: number
  problem: Problem | undefined
}

export function peek(parser: Parser): Token {
  const token = parser.tokens[parser.position]
  if (token === undefined) throw new Error('a parse reads no further than its end token')
  return token
}

/** The next token, which is thereby used up; the end token is never used up. */
export function take(parser: Parser): Token {
  const token = peek(parser)
  if (token.kind !== 'end') parser.position++
  return token
}

export function isNext(parser: Parser, symbol: string): boolean {
  const token = peek(parser)
  return token.kind === 'symbol' && token.value === symbol
}

export function accept(parser: Parser, symbol: string): boolean {
  const isThere = isNext(parser, symbol)
  if (isThere) parser.position++
  return isThere
}

/** Records the first problem, moves to the end, and stands in for the node that could not be read. */
export function fail(parser: Parser, span: Span, message: string, remedy: string): Node {
  parser.problem ??= { message, remedy, offset: span.from, length: span.to - span.from }
  parser.position = parser.tokens.length - 1
  return { kind: 'literal', type: 'null', value: null, from: span.from, to: span.to }
}

/** Uses up the symbol or fails; answers the offset after it. */
export function expect(parser: Parser, symbol: string, remedy: string): number {
  const token = peek(parser)
  if (accept(parser, symbol)) return token.to
  fail(parser, token, `${describeToken(token)} stands where ${symbol} was expected.`, remedy)
  return token.to
}

export function describeToken(token: Token): string {
  if (token.kind === 'end') return 'The end of the expression'
  return token.kind === 'string' ? `The text ${JSON.stringify(token.value)}` : `"${token.value}"`
}
