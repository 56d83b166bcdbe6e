import type { Expression, Node, OrderOperator } from '../cel/ast.ts'
import type { FieldWords, Grammar, Said } from './words/grammar.ts'
import { valueInWords } from './words/value-in-words.ts'

type Literal = Node & { kind: 'literal' }
type Verbaliser = { grammar: Grammar; source: string }

const MIRRORED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const
const OPPOSITE = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const

/** The dotted name of a field, such as `account.employees`; undefined for anything else. */
export function pathOf(node: Node): string | undefined {
  if (node.kind === 'name') return node.name
  if (node.kind === 'index' && node.at.kind === 'literal' && node.at.type === 'string') {
    const owner = pathOf(node.of)
    return owner === undefined ? undefined : `${owner}.${node.at.value}`
  }
  if (node.kind !== 'member') return undefined
  const owner = pathOf(node.of)
  return owner === undefined ? undefined : `${owner}.${node.field}`
}

/** What a field is called, or undefined when the node is no field. */
export function fieldWordsOf(node: Node, grammar: Grammar): FieldWords | undefined {
  // Capital letters aside, it is the same field.
  if (node.kind === 'call' && node.fn === 'lowerAscii')
    return node.args[0] === undefined ? undefined : fieldWordsOf(node.args[0], grammar)
  const path = pathOf(node)
  if (path === undefined) return undefined
  if (path.startsWith('traits.')) return grammar.trait(path.slice('traits.'.length))
  if (path.startsWith('grades.')) return grammar.gradeFor(path.slice('grades.'.length))
  return Object.hasOwn(grammar.fields, path) ? grammar.fields[path] : grammar.other(path)
}

function isScalar(node: Node): node is Literal {
  return (
    node.kind === 'literal' &&
    (node.type === 'int' || node.type === 'double' || node.type === 'string' || node.type === 'bool')
  )
}

function compare(node: Node & { kind: 'order' }, isTrue: boolean, { grammar }: Verbaliser): Said | null {
  const isMirrored = isScalar(node.left)
  const [subject, bound] = isMirrored ? [node.right, node.left] : [node.left, node.right]
  if (bound.kind !== 'literal' || (bound.type !== 'int' && bound.type !== 'double')) return null
  const field = fieldWordsOf(subject, grammar)
  const amount = valueInWords(bound.value, field, grammar)
  if (field === undefined || amount === null) return null
  const operator: OrderOperator = isMirrored ? MIRRORED[node.operator] : node.operator
  return grammar.compares(field, isTrue ? operator : OPPOSITE[operator], amount)
}

function equate(node: Node & { kind: 'equality' }, isTrue: boolean, { grammar }: Verbaliser): Said | null {
  const [subject, other] = node.left.kind === 'literal' ? [node.right, node.left] : [node.left, node.right]
  const field = fieldWordsOf(subject, grammar)
  if (field === undefined || other.kind !== 'literal') return null
  const isSame = (node.operator === '==') === isTrue
  if (other.type === 'null') return grammar.isKnown(field, !isSame)
  if (!isScalar(other)) return null
  if (other.value === '' && !isSame) return grammar.isKnown(field, true)
  if (other.type === 'bool')
    return (
      (isSame === other.value ? field.yes : field.no) ??
      grammar.is(field, valueInWords(other.value, field, grammar) ?? '', isSame)
    )
  const value = valueInWords(other.value, field, grammar)
  if (value === null) return null
  return typeof other.value === 'number'
    ? grammar.counts(field, value, isSame)
    : grammar.is(field, value === '' ? grammar.quote('') : value, isSame)
}

function isAmong(node: Node & { kind: 'in' }, isTrue: boolean, { grammar }: Verbaliser): Said | null {
  const field = fieldWordsOf(node.item, grammar)
  if (field === undefined || node.list.kind !== 'list') return null
  const values: string[] = []
  for (const item of node.list.items) {
    const value = isScalar(item) ? valueInWords(item.value, field, grammar) : null
    if (value === null) return null
    values.push(value)
  }
  const [only] = values
  if (only === undefined) return null
  return values.length === 1 ? grammar.is(field, only, isTrue) : grammar.isAmong(field, values, isTrue)
}

function match(node: Node & { kind: 'call' }, isTrue: boolean, { grammar }: Verbaliser): Said | null {
  const [subject, text] = node.args
  if (node.fn !== 'startsWith' && node.fn !== 'endsWith' && node.fn !== 'contains') return null
  const field = subject === undefined ? undefined : fieldWordsOf(subject, grammar)
  if (field === undefined || text?.kind !== 'literal' || text.type !== 'string') return null
  return grammar.matches(field, node.fn, text.value, isTrue)
}

function simple(node: Node, isTrue: boolean, on: Verbaliser): Said | null {
  switch (node.kind) {
    case 'name':
    case 'member':
    case 'index': {
      const field = fieldWordsOf(node, on.grammar)
      return (isTrue ? field?.yes : field?.no) ?? null
    }
    case 'order':
      return compare(node, isTrue, on)
    case 'equality':
      return equate(node, isTrue, on)
    case 'in':
      return isAmong(node, isTrue, on)
    case 'has': {
      const field = fieldWordsOf(node.of, on.grammar)
      return field === undefined ? null : on.grammar.isKnown(field, isTrue)
    }
    case 'call':
      return match(node, isTrue, on)
    default:
      return null
  }
}

function say(node: Node, isTrue: boolean, isInside: boolean, on: Verbaliser): Said {
  if (node.kind === 'not') return say(node.of, !isTrue, isInside, on)
  if (node.kind === 'and' || node.kind === 'or') {
    const isAll = (node.kind === 'and') === isTrue
    const parts = node.parts.map((part) => say(part, isTrue, true, on))
    return isAll ? on.grammar.all(parts, isInside) : on.grammar.any(parts, isInside)
  }
  return simple(node, isTrue, on) ?? on.grammar.code(on.source.slice(node.from, node.to), isTrue)
}

/**
 * A condition in words, as it stands and as it would have to be. What has no words of its own stays the expression in
 * code quotes, so that nothing is left out. `isTrue: false` says the opposite.
 */
export function verbaliseCondition(expression: Expression, grammar: Grammar, isTrue = true): Said {
  return say(expression.root, isTrue, false, { grammar, source: expression.source })
}
