import type { Node } from '../cel/ast.ts'
import { pathOf } from './verbalise-condition.ts'

export const ROW_OPERATORS = [
  'is',
  'is not',
  'at least',
  'more than',
  'at most',
  'less than',
  'one of',
  'none of',
  'starts with',
  'ends with',
  'contains',
  'does not start with',
  'does not end with',
  'does not contain',
  'is known',
  'is unknown',
  'is true',
  'is false',
] as const
export type RowOperator = (typeof ROW_OPERATORS)[number]

type Value = string | number | boolean
/** One line of a condition as people fill it in: a field, how it compares, with what. */
export type ConditionRow = { field: string; is: RowOperator; value: Value | readonly Value[] | null }
/** Rows that must all hold, or of which one must. A row may be a group of its own, no deeper. */
export type ConditionRows = { join: 'all' | 'any'; rows: readonly (ConditionRow | ConditionRows)[] }

const ORDERS = { '>=': 'at least', '>': 'more than', '<=': 'at most', '<': 'less than' } as const
const MIRRORED = { '>=': '<=', '>': '<', '<=': '>=', '<': '>' } as const
const MATCHES = {
  startsWith: ['starts with', 'does not start with'],
  endsWith: ['ends with', 'does not end with'],
  contains: ['contains', 'does not contain'],
} as const
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/

function literalOf(node: Node): Value | null {
  if (node.kind === 'negate') {
    const of = literalOf(node.of)
    return typeof of === 'number' ? -of : null
  }
  if (node.kind !== 'literal') return null
  if (node.type === 'string' || node.type === 'bool' || node.type === 'int' || node.type === 'double') return node.value
  return null
}

function equality(node: Node & { kind: 'equality' }, isTrue: boolean): ConditionRow | null {
  const [subject, other] = pathOf(node.left) === undefined ? [node.right, node.left] : [node.left, node.right]
  const field = pathOf(subject)
  const value = literalOf(other)
  if (field === undefined || value === null) return null
  const isSame = (node.operator === '==') === isTrue
  if (typeof value === 'boolean') return { field, is: value === isSame ? 'is true' : 'is false', value: null }
  return { field, is: isSame ? 'is' : 'is not', value }
}

function order(node: Node & { kind: 'order' }): ConditionRow | null {
  const isMirrored = pathOf(node.left) === undefined
  const [subject, other] = isMirrored ? [node.right, node.left] : [node.left, node.right]
  const field = pathOf(subject)
  const value = literalOf(other)
  if (field === undefined || typeof value !== 'number') return null
  return { field, is: ORDERS[isMirrored ? MIRRORED[node.operator] : node.operator], value }
}

function among(node: Node & { kind: 'in' }, isTrue: boolean): ConditionRow | null {
  const field = pathOf(node.item)
  if (field === undefined || node.list.kind !== 'list') return null
  const values = node.list.items.map(literalOf).filter((value) => value !== null)
  if (values.length !== node.list.items.length) return null
  return { field, is: isTrue ? 'one of' : 'none of', value: values }
}

function rowOf(node: Node, isTrue: boolean): ConditionRow | null {
  switch (node.kind) {
    case 'not':
      return rowOf(node.of, !isTrue)
    case 'name':
    case 'member':
    case 'index': {
      const field = pathOf(node)
      return field === undefined ? null : { field, is: isTrue ? 'is true' : 'is false', value: null }
    }
    case 'equality':
      return equality(node, isTrue)
    case 'order':
      return isTrue ? order(node) : null
    case 'in':
      return among(node, isTrue)
    case 'has': {
      const field = pathOf(node.of)
      return field === undefined ? null : { field, is: isTrue ? 'is known' : 'is unknown', value: null }
    }
    case 'call': {
      const [subject, text] = node.args
      if (node.fn !== 'startsWith' && node.fn !== 'endsWith' && node.fn !== 'contains') return null
      const field = subject === undefined ? undefined : pathOf(subject)
      const value = text === undefined ? null : literalOf(text)
      return field === undefined || typeof value !== 'string'
        ? null
        : { field, is: MATCHES[node.fn][isTrue ? 0 : 1], value }
    }
    default:
      return null
  }
}

/** A condition as rows of field, comparison and value; null where it says more than rows can. */
export function rowsOf(root: Node, isInside = false): ConditionRows | null {
  if (root.kind !== 'and' && root.kind !== 'or') {
    const row = rowOf(root, true)
    return row === null ? null : { join: 'all', rows: [row] }
  }
  const rows: (ConditionRow | ConditionRows)[] = []
  for (const part of root.parts) {
    const isGroup = part.kind === 'and' || part.kind === 'or'
    if (isGroup && isInside) return null
    const row = isGroup ? rowsOf(part, true) : rowOf(part, true)
    if (row === null) return null
    rows.push(row)
  }
  return { join: root.kind === 'and' ? 'all' : 'any', rows }
}

function written(value: Value): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value)
}

function fieldPath(field: string): string {
  const [first = '', ...rest] = field.split('.')
  if (first !== 'traits') return field
  // A trait may have a name of several words, with dots in it.
  const name = rest.join('.')
  return IDENTIFIER.test(name) ? field : `traits[${JSON.stringify(name)}]`
}

function conditionOfRow({ field, is, value }: ConditionRow): string {
  const path = fieldPath(field)
  const one = Array.isArray(value) ? (value[0] ?? '') : (value ?? '')
  const right = typeof one === 'object' ? '""' : written(one)
  const many = (Array.isArray(value) ? value : value === null ? [] : [value])
    .map((each: Value) => written(each))
    .join(', ')
  switch (is) {
    case 'is':
      return `${path} == ${right}`
    case 'is not':
      return `${path} != ${right}`
    case 'at least':
      return `${path} >= ${right}`
    case 'more than':
      return `${path} > ${right}`
    case 'at most':
      return `${path} <= ${right}`
    case 'less than':
      return `${path} < ${right}`
    case 'one of':
      return `${path} in [${many}]`
    case 'none of':
      return `!(${path} in [${many}])`
    case 'starts with':
      return `${path}.startsWith(${right})`
    case 'ends with':
      return `${path}.endsWith(${right})`
    case 'contains':
      return `${path}.contains(${right})`
    case 'does not start with':
      return `!${path}.startsWith(${right})`
    case 'does not end with':
      return `!${path}.endsWith(${right})`
    case 'does not contain':
      return `!${path}.contains(${right})`
    case 'is known':
      return `has(${path})`
    case 'is unknown':
      return `!has(${path})`
    case 'is true':
      return path
    case 'is false':
      return `!${path}`
  }
}

/** Rows as the expression that stands in the document. */
export function conditionOf({ join, rows }: ConditionRows): string {
  const parts = rows.map((row) => {
    if (!('rows' in row)) return conditionOfRow(row)
    return row.rows.length === 1 || rows.length === 1 ? conditionOf(row) : `(${conditionOf(row)})`
  })
  return parts.join(join === 'all' ? ' && ' : ' || ')
}
