import type { Expression, Node, Problem, Span } from './ast.ts'
import { arithmeticType, equalityFault, type Fault, orderFault } from './check-operators.ts'
import { checkValueSet } from './check-value-set.ts'
import { nearestName } from './nearest-name.ts'
import { describeSchema, type Schema, type SchemaKind } from './schema.ts'

export interface CheckedExpression {
  ok: boolean
  type: Schema
  problems: readonly Problem[]
}

interface Check {
  source: string
  fields: Readonly<Record<string, Schema>>
  locals: ReadonlyMap<string, Schema>
  problems: Problem[]
}

const dyn: Schema = { kind: 'dyn' }
const bool: Schema = { kind: 'bool' }

/**
 * Checks every field and operation of an expression against the declared types and names all that is wrong, each with its place and remedy.
 * `schema` is the object whose fields are the expression's variables; `expected` is the kind the whole must have (`bool` for a condition).
 * Whole numbers and decimals may be mixed, and `/` always answers a decimal: the two deviations from CEL's types.
 */
export function checkExpression(ast: Expression, schema: Schema, expected?: SchemaKind): CheckedExpression {
  const fields = schema.kind === 'object' ? schema.fields : {}
  const check: Check = { source: ast.source, fields, locals: new Map(), problems: [] }
  const type = typeOf(ast.root, check)
  if (expected !== undefined && check.problems.length === 0 && !fits(type, expected)) {
    const wanted =
      expected === 'list' || expected === 'map' ? `a ${expected}` : describeSchema(expectedSchema(expected))
    const message = `This is ${describeSchema(type)}; ${wanted} is needed here.`
    report(check, ast.root, {
      message,
      remedy: expected === 'bool' ? 'Compare it with something, as in x >= 50.' : `Write ${wanted}.`,
    })
  }
  return { ok: check.problems.length === 0, type, problems: check.problems }
}

function expectedSchema(kind: Exclude<SchemaKind, 'list' | 'map'>): Schema {
  return kind === 'object' ? { kind, fields: {} } : { kind }
}

function fits(type: Schema, expected: SchemaKind): boolean {
  return (
    type.kind === 'dyn' ||
    expected === 'dyn' ||
    type.kind === expected ||
    (expected === 'double' && type.kind === 'int')
  )
}

function report(check: Check, node: Span, fault: Fault): Schema {
  check.problems.push({ ...fault, offset: node.from, length: node.to - node.from })
  return dyn
}

function textOf(check: Check, node: Node): string {
  return check.source.slice(node.from, node.to)
}

function typeOf(node: Node, check: Check): Schema {
  switch (node.kind) {
    case 'literal':
      return { kind: node.type }
    case 'list':
      return typeOfList(node.items, check)
    case 'name':
      return check.locals.get(node.name) ?? typeOfField(node, node.name, check.fields, undefined, check)
    case 'member':
      return typeOfMember(node, node.of, node.field, check)
    case 'index':
      return typeOfIndex(node.of, node.at, check)
    case 'not':
      return requireKind(node.of, 'bool', check)
    case 'negate':
      return typeOfNegation(node.of, check)
    case 'and':
    case 'or':
      for (const part of node.parts) requireKind(part, 'bool', check)
      return bool
    case 'conditional':
      return typeOfConditional(node.when, node.then, node.otherwise, check)
    case 'has':
      typeOf(node.of, check)
      return bool
    case 'in':
      return typeOfIn(node.item, node.list, check)
    case 'call':
      if (node.fn !== 'size') for (const arg of node.args) requireKind(arg, 'string', check)
      else for (const arg of node.args) requireSized(arg, check)
      return { kind: node.fn === 'size' ? 'int' : node.fn === 'lowerAscii' ? 'string' : 'bool' }
    case 'quantifier':
      return typeOfQuantifier(node.of, node.variable, node.body, check)
    case 'arithmetic': {
      const type = arithmeticType(node.operator, typeOf(node.left, check), typeOf(node.right, check))
      return 'message' in type ? report(check, node, type) : type
    }
    case 'order':
    case 'equality':
      return typeOfComparison(node, check)
  }
}

function typeOfComparison(node: Node & { kind: 'order' | 'equality' }, check: Check): Schema {
  const left = { type: typeOf(node.left, check), text: textOf(check, node.left) }
  const right = { type: typeOf(node.right, check), text: textOf(check, node.right) }
  const fault = node.kind === 'order' ? orderFault(left, right) : equalityFault(left, right)
  if (fault !== undefined) report(check, node, fault)
  else if (node.kind === 'equality') {
    checkValueSet(left.type, node.right, left.text, check.problems)
    checkValueSet(right.type, node.left, right.text, check.problems)
  }
  return bool
}

function typeOfField(
  node: Node,
  name: string,
  fields: Readonly<Record<string, Schema>>,
  owner: string | undefined,
  check: Check,
): Schema {
  const declared = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (declared !== undefined) return declared
  const names = Object.keys(fields)
  const nearest = nearestName(name, owner === undefined ? [...check.locals.keys(), ...names] : names)
  const list =
    names.length === 0
      ? 'It has no fields.'
      : `Use one of ${names.slice(0, 12).join(', ')}${names.length > 12 ? ', ...' : ''}.`
  const message = owner === undefined ? `There is no "${name}" here.` : `${owner} has no field "${name}".`
  const named = { ...node, from: node.to - name.length }
  return report(check, named, { message, remedy: nearest === undefined ? list : `Did you mean ${nearest}?` })
}

function typeOfMember(node: Node, of: Node, field: string, check: Check): Schema {
  const type = typeOf(of, check)
  const text = textOf(check, of)
  if (type.kind === 'dyn') return dyn
  if (type.kind === 'map') return type.of
  if (type.kind === 'object') return typeOfField(node, field, type.fields, text, check)
  const remedy = type.kind === 'list' ? `Write ${text}.exists(x, x.${field} == ...).` : `Remove .${field}.`
  return report(check, node, { message: `${text} is ${describeSchema(type)}: it has no fields.`, remedy })
}

function typeOfIndex(of: Node, at: Node, check: Check): Schema {
  const type = typeOf(of, check)
  const position = typeOf(at, check)
  if (type.kind === 'dyn') return dyn
  if (type.kind === 'object' && at.kind === 'literal' && at.type === 'string')
    return typeOfField(at, at.value, type.fields, textOf(check, of), check)
  if (type.kind !== 'list' && type.kind !== 'map') {
    const message = `${textOf(check, of)} is ${describeSchema(type)}: it has no items.`
    return report(check, of, { message, remedy: 'Write a field after a dot, or index a list.' })
  }
  const wanted = type.kind === 'list' ? 'int' : 'string'
  if (fits(position, wanted)) return type.of
  const message = `The index is ${describeSchema(position)}; ${describeSchema({ kind: wanted })} is needed.`
  return report(check, at, {
    message,
    remedy: wanted === 'int' ? 'Write list[0] for the first item.' : 'Write map["key"].',
  })
}

function requireKind(node: Node, kind: 'bool' | 'string', check: Check): Schema {
  const before = check.problems.length
  const type = typeOf(node, check)
  if (check.problems.length > before || fits(type, kind)) return { kind }
  const message = `${textOf(check, node)} is ${describeSchema(type)}; ${describeSchema({ kind })} is needed here.`
  report(check, node, {
    message,
    remedy: kind === 'bool' ? 'Compare it with something, as in x >= 50.' : 'Use a field that holds a text.',
  })
  return { kind }
}

function requireSized(node: Node, check: Check): void {
  const type = typeOf(node, check)
  if (type.kind === 'dyn' || type.kind === 'string' || type.kind === 'list' || type.kind === 'map') return
  const message = `${textOf(check, node)} is ${describeSchema(type)}: it has no size.`
  report(check, node, { message, remedy: 'Take the size of a text or a list.' })
}

function typeOfNegation(of: Node, check: Check): Schema {
  const type = typeOf(of, check)
  if (type.kind === 'int' || type.kind === 'double' || type.kind === 'duration' || type.kind === 'dyn')
    return { kind: type.kind }
  return report(check, of, {
    message: `${textOf(check, of)} is ${describeSchema(type)}: it cannot be negated.`,
    remedy: 'Use ! for "not".',
  })
}

function typeOfList(items: readonly Node[], check: Check): Schema {
  let each: Schema = dyn
  for (const [index, item] of items.entries()) {
    const type = typeOf(item, check)
    if (index === 0 || (each.kind === 'int' && type.kind === 'double')) each = { ...type }
    else if (!fits(type, each.kind) && each.kind !== 'dyn') {
      const message = `${textOf(check, item)} is ${describeSchema(type)}, but the items before it are each ${describeSchema(each)}.`
      report(check, item, { message, remedy: 'Keep the items of a list of one type.' })
    }
  }
  return { kind: 'list', of: each }
}

function typeOfConditional(when: Node, then: Node, otherwise: Node, check: Check): Schema {
  requireKind(when, 'bool', check)
  const left = typeOf(then, check)
  const right = typeOf(otherwise, check)
  if (fits(right, left.kind)) return right.kind === 'dyn' ? dyn : left
  if (fits(left, right.kind)) return right
  const message = `One answer is ${describeSchema(left)}, the other is ${describeSchema(right)}.`
  return report(check, otherwise, { message, remedy: 'Give both answers of ? : the same type.' })
}

function typeOfIn(item: Node, list: Node, check: Check): Schema {
  const left = { type: typeOf(item, check), text: textOf(check, item) }
  const before = check.problems.length
  const right = typeOf(list, check)
  if (check.problems.length > before || right.kind === 'dyn') return bool
  if (right.kind === 'map' && fits(left.type, 'string')) return bool
  if (right.kind !== 'list') {
    const message = `${textOf(check, list)} is ${describeSchema(right)}; a list is needed after "in".`
    report(check, list, { message, remedy: `Write ${left.text} in ["a", "b"].` })
    return bool
  }
  const fault = equalityFault(left, { type: right.of, text: `each item of ${textOf(check, list)}` })
  if (fault !== undefined) report(check, item, fault)
  else {
    checkValueSet(right.of, item, textOf(check, list), check.problems)
    if (list.kind === 'list') for (const each of list.items) checkValueSet(left.type, each, left.text, check.problems)
  }
  return bool
}

function typeOfQuantifier(of: Node, variable: string, body: Node, check: Check): Schema {
  const type = typeOf(of, check)
  if (type.kind !== 'list' && type.kind !== 'dyn') {
    const message = `${textOf(check, of)} is ${describeSchema(type)}; a list is needed.`
    report(check, of, { message, remedy: 'Use exists() and all() on lists only.' })
  }
  const item = type.kind === 'list' ? type.of : dyn
  requireKind(body, 'bool', { ...check, locals: new Map(check.locals).set(variable, item) })
  return bool
}
