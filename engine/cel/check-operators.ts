import type { ArithmeticOperator } from './ast.ts'
import { describeSchema, type Schema, type SchemaKind } from './schema.ts'

export interface Fault {
  message: string
  remedy: string
}

interface Operand {
  type: Schema
  text: string
}

const scalars: readonly SchemaKind[] = ['string', 'int', 'double', 'bool', 'timestamp', 'duration']
const ordered: readonly SchemaKind[] = ['string', 'int', 'double', 'timestamp', 'duration']

function isNumber(type: Schema): boolean {
  return type.kind === 'int' || type.kind === 'double'
}

/** Why the two cannot be told equal or different; undefined when they can. Anything may be compared with null. */
export function equalityFault(left: Operand, right: Operand): Fault | undefined {
  if (left.type.kind === 'null' || right.type.kind === 'null') return undefined
  return comparisonFault(left, right, scalars)
}

/** Why neither can be less than the other; undefined when one can. */
export function orderFault(left: Operand, right: Operand): Fault | undefined {
  return comparisonFault(left, right, ordered)
}

function comparisonFault(left: Operand, right: Operand, kinds: readonly SchemaKind[]): Fault | undefined {
  for (const { type, text } of [left, right]) {
    if (type.kind === 'dyn' || kinds.includes(type.kind)) continue
    const message = `${text} is ${describeSchema(type)}: it cannot be compared so.`
    return { message, remedy: remedyFor(type.kind) }
  }
  const isSame = left.type.kind === right.type.kind || (isNumber(left.type) && isNumber(right.type))
  if (isSame || left.type.kind === 'dyn' || right.type.kind === 'dyn') return undefined
  const message = `${left.text} is ${describeSchema(left.type)} and ${right.text} is ${describeSchema(right.type)}: they cannot be compared.`
  return { message, remedy: mismatchRemedy(left, right) }
}

function remedyFor(kind: SchemaKind): string {
  if (kind === 'list') return 'Use "in", exists() or size() on a list.'
  if (kind === 'object' || kind === 'map') return 'Compare one of its fields.'
  if (kind === 'null') return 'Write == null or != null to ask whether a value is known.'
  return 'Use == or !=, or the condition itself.'
}

function mismatchRemedy(left: Operand, right: Operand): string {
  const kinds = [left.type.kind, right.type.kind]
  if (kinds.includes('timestamp')) return 'Compare it with a time: timestamp("2026-01-31T09:00:00Z").'
  if (kinds.includes('duration')) return 'Compare it with a length of time: duration("72h").'
  const quoted = [left, right].find((side) => /^(["'])-?[\d.]+\1$/.test(side.text))
  if (quoted !== undefined) return `Write ${quoted.text.slice(1, -1)} without quotes.`
  return 'Compare values of one type.'
}

/** The type of `left operator right`, or why there is none. */
export function arithmeticType(operator: ArithmeticOperator, left: Schema, right: Schema): Schema | Fault {
  if (left.kind === 'dyn' || right.kind === 'dyn') return { kind: 'dyn' }
  if (isNumber(left) && isNumber(right)) {
    const isInt = operator !== '/' && left.kind === 'int' && right.kind === 'int'
    return { kind: isInt ? 'int' : 'double' }
  }
  if (operator === '+' && left.kind === 'string' && right.kind === 'string') return { kind: 'string' }
  const time = timeType(operator, left.kind, right.kind)
  if (time !== undefined) return { kind: time }
  const message = `${operator} does not work between ${describeSchema(left)} and ${describeSchema(right)}.`
  return { message, remedy: 'Use numbers, two texts with +, or times and lengths of time with + and -.' }
}

function timeType(
  operator: ArithmeticOperator,
  left: SchemaKind,
  right: SchemaKind,
): 'timestamp' | 'duration' | undefined {
  if (operator !== '+' && operator !== '-') return undefined
  if (left === 'timestamp' && right === 'duration') return 'timestamp'
  if (left === 'duration' && right === 'timestamp' && operator === '+') return 'timestamp'
  if (left === 'timestamp' && right === 'timestamp' && operator === '-') return 'duration'
  return left === 'duration' && right === 'duration' ? 'duration' : undefined
}
