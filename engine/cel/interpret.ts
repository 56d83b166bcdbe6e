import type { Expression, Node } from './ast.ts'
import { isKnown, isRecord, readField, readIndex } from './known.ts'
import { runtime } from './runtime.ts'

/** The variables of an expression: a plain record, and the items of exists() and all() by their names. */
export interface Scope {
  context: Readonly<Record<string, unknown>>
  locals: ReadonlyMap<string, unknown>
}

const noLocals: ReadonlyMap<string, unknown> = new Map()

/**
 * The value of an expression in a context; undefined means "not known", and a condition holds only when it is `true`.
 * Walks the tree: slow and plain, the oracle that `compileToSource` must agree with. Never throws on plain data.
 */
export function interpret(ast: Expression, context: Readonly<Record<string, unknown>>): unknown {
  return evaluate(ast.root, { context, locals: noLocals })
}

/** The value of one node; undefined when it is not known. */
export function evaluate(node: Node, scope: Scope): unknown {
  switch (node.kind) {
    case 'literal':
      return node.value ?? undefined
    case 'list':
      return node.items.map((item) => evaluate(item, scope))
    case 'name':
      return evaluateName(node.name, scope)
    case 'member':
      return readField(evaluate(node.of, scope), node.field)
    case 'index':
      return readIndex(evaluate(node.of, scope), evaluate(node.at, scope))
    case 'not':
      return invert(evaluate(node.of, scope))
    case 'negate':
      return calculate('-', 0, evaluate(node.of, scope))
    case 'arithmetic':
      return calculate(node.operator, evaluate(node.left, scope), evaluate(node.right, scope))
    case 'order':
      return order(node.operator, evaluate(node.left, scope), evaluate(node.right, scope))
    case 'equality': {
      const isEqual =
        isNull(node.left) || isNull(node.right)
          ? bothUnknown(node.left, node.right, scope)
          : same(evaluate(node.left, scope), evaluate(node.right, scope))
      return node.operator === '==' ? isEqual : invert(isEqual)
    }
    case 'in':
      return isAmong(evaluate(node.item, scope), evaluate(node.list, scope))
    case 'and':
      return conjoin(node.parts.map((part) => evaluate(part, scope)))
    case 'or':
      return disjoin(node.parts.map((part) => evaluate(part, scope)))
    case 'conditional': {
      const when = evaluate(node.when, scope)
      if (when === true) return evaluate(node.then, scope)
      return when === false ? evaluate(node.otherwise, scope) : undefined
    }
    case 'has':
      return evaluate(node.of, scope) !== undefined
    case 'call':
      return call(node, scope)
    case 'quantifier':
      return quantify(node, scope)
  }
}

function evaluateName(name: string, scope: Scope): unknown {
  if (!scope.locals.has(name)) return readField(scope.context, name)
  const item = scope.locals.get(name)
  return isKnown(item) ? item : undefined
}

function isNull(node: Node): boolean {
  return node.kind === 'literal' && node.type === 'null'
}

function bothUnknown(left: Node, right: Node, scope: Scope): boolean {
  return evaluate(left, scope) === undefined && evaluate(right, scope) === undefined
}

function invert(value: unknown): boolean | undefined {
  if (value === true) return false
  return value === false ? true : undefined
}

function conjoin(values: readonly unknown[]): boolean | undefined {
  if (values.includes(false)) return false
  return values.every((value) => value === true) ? true : undefined
}

function disjoin(values: readonly unknown[]): boolean | undefined {
  if (values.includes(true)) return true
  return values.every((value) => value === false) ? false : undefined
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && !Number.isNaN(value))
}

function same(left: unknown, right: unknown): boolean | undefined {
  if (!isScalar(left) || !isScalar(right) || typeof left !== typeof right) return undefined
  return left === right
}

function order(operator: string, left: unknown, right: unknown): boolean | undefined {
  const areNumbers = typeof left === 'number' && typeof right === 'number'
  const areTexts = typeof left === 'string' && typeof right === 'string'
  if ((!areNumbers && !areTexts) || !isScalar(left) || !isScalar(right)) return undefined
  const isLess = left < right
  const isEqual = left === right
  if (operator === '<') return isLess
  if (operator === '<=') return isLess || isEqual
  return operator === '>' ? !isLess && !isEqual : !isLess
}

function calculate(operator: string, left: unknown, right: unknown): unknown {
  if (operator === '+' && typeof left === 'string' && typeof right === 'string') return left + right
  if (typeof left !== 'number' || typeof right !== 'number') return undefined
  const results: Readonly<Record<string, number>> = {
    '+': left + right,
    '-': left - right,
    '*': left * right,
    '/': left / right,
    '%': left % right,
  }
  const result = results[operator]
  return Number.isFinite(result) ? result : undefined
}

function isAmong(item: unknown, list: unknown): boolean | undefined {
  if (isRecord(list)) return typeof item === 'string' ? readField(list, item) !== undefined : undefined
  if (item === undefined || !Array.isArray(list)) return undefined
  return disjoin(list.map((each) => same(item, each)))
}

function call(node: Node & { kind: 'call' }, scope: Scope): unknown {
  const [first, second] = node.args.map((arg) => evaluate(arg, scope))
  return node.fn === 'size' || node.fn === 'lowerAscii' ? runtime[node.fn](first) : runtime[node.fn](first, second)
}

function quantify(node: Node & { kind: 'quantifier' }, scope: Scope): boolean | undefined {
  const list = evaluate(node.of, scope)
  if (!Array.isArray(list)) return undefined
  const held = list.map((item: unknown) =>
    evaluate(node.body, { ...scope, locals: new Map(scope.locals).set(node.variable, item) }),
  )
  return node.quantifier === 'exists' ? disjoin(held) : conjoin(held)
}
