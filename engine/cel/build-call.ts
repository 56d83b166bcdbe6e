import type { FunctionName, Node, Span } from './ast.ts'
import { nearestName } from './nearest-name.ts'
import { fail, type Parser } from './parser.ts'
import { readDuration, readTimestamp } from './read-time-literal.ts'
import { refusedName } from './refused-names.ts'

const globals = ['has', 'size', 'timestamp', 'duration'] as const
const methods = ['size', 'startsWith', 'endsWith', 'contains', 'lowerAscii', 'exists', 'all'] as const
const argumentCounts: Readonly<Record<FunctionName, number>> = {
  size: 0,
  startsWith: 1,
  endsWith: 1,
  contains: 1,
  lowerAscii: 0,
}

/** `name(args)`: the functions that are not called on a value. */
export function buildGlobalCall(parser: Parser, name: string, args: readonly Node[], span: Span): Node {
  const [first] = args
  const known = globals.find((each) => each === name)
  if (known === undefined) return failUnknown(parser, span, name, globals)
  if (first === undefined || args.length !== 1) {
    return fail(parser, span, `${name}() takes one value, not ${args.length}.`, `Write ${name}(x).`)
  }
  switch (known) {
    case 'has':
      if (first.kind === 'member' || first.kind === 'name') return { kind: 'has', of: first, ...span }
      return fail(parser, first, 'has() asks whether a field is known.', 'Write has(person.phone).')
    case 'size':
      return { kind: 'call', fn: 'size', args: [first], ...span }
    case 'timestamp':
    case 'duration':
      return buildTimeLiteral(parser, known, first, span)
  }
}

/** `receiver.name(args)`. */
export function buildMethodCall(parser: Parser, receiver: Node, name: string, args: readonly Node[], span: Span): Node {
  const known = methods.find((each) => each === name)
  if (name === 'matches') {
    const remedy = 'Use startsWith, endsWith, contains or == on lowerAscii().'
    return fail(parser, span, 'matches() is not part of this language: a pattern can take unbounded time.', remedy)
  }
  if (known === undefined) return failUnknown(parser, span, name, methods)
  if (known === 'exists' || known === 'all') return buildQuantifier(parser, known, receiver, args, span)
  const wanted = argumentCounts[known]
  if (args.length === wanted) return { kind: 'call', fn: known, args: [receiver, ...args], ...span }
  const remedy = wanted === 0 ? `Write x.${name}().` : `Write x.${name}("...").`
  return fail(
    parser,
    span,
    `${name}() takes ${wanted === 0 ? 'nothing' : 'one value'} between its parentheses, not ${args.length}.`,
    remedy,
  )
}

function buildQuantifier(
  parser: Parser,
  quantifier: 'exists' | 'all',
  of: Node,
  args: readonly Node[],
  span: Span,
): Node {
  const [variable, body] = args
  if (variable?.kind !== 'name' || body === undefined || args.length !== 2) {
    const remedy = `Write list.${quantifier}(x, x > 1), where x is a name for each item.`
    return fail(parser, span, `${quantifier}() takes a name and a condition.`, remedy)
  }
  const refusal = refusedName(variable.name)
  if (refusal !== undefined) return fail(parser, variable, refusal.message, refusal.remedy)
  return { kind: 'quantifier', quantifier, of, variable: variable.name, body, ...span }
}

function buildTimeLiteral(parser: Parser, type: 'timestamp' | 'duration', text: Node, span: Span): Node {
  const example = type === 'timestamp' ? 'timestamp("2026-01-31T09:00:00Z")' : 'duration("72h")'
  if (text.kind !== 'literal' || text.type !== 'string') {
    return fail(parser, text, `${type}() takes a text written out in the expression.`, `Write ${example}.`)
  }
  const value = type === 'timestamp' ? readTimestamp(text.value) : readDuration(text.value)
  if (value === undefined)
    return fail(parser, text, `${JSON.stringify(text.value)} is not a ${type}.`, `Write ${example}.`)
  return { kind: 'literal', type, value, ...span }
}

function failUnknown(parser: Parser, span: Span, name: string, known: readonly string[]): Node {
  const nearest = nearestName(name, known)
  const remedy = nearest === undefined ? `Use one of ${known.join(', ')}.` : `Did you mean ${nearest}()?`
  return fail(parser, span, `There is no function ${name}() here.`, remedy)
}
