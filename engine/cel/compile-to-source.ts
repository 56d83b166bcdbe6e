import type { Expression, Node, OrderOperator } from './ast.ts'
import { childrenOf } from './children-of.ts'
import { conjunction, emitAmongTest, emitOrderTest, type Scalar } from './emit-comparison.ts'
import { emitLiteral, emitString } from './emit-literal.ts'
import { type EmitNames, type Emitter, emitPath } from './emit-path.ts'

const arithmetic = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide', '%': 'remainder' } as const
const mirrored: Readonly<Record<OrderOperator, OrderOperator>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

/**
 * One JavaScript expression, without statements or side effects, over the variables in `names`.
 * `holds` (the default) is true exactly when the condition is known to hold, else false;
 * `value` is the value itself, undefined when it is not known. Both agree with `interpret` on every plain context.
 * The source is linear in the expression and reaches nothing but the named variables and own fields of plain records.
 */
export function compileToSource(ast: Expression, names: EmitNames, want: 'holds' | 'value' = 'holds'): string {
  const emitter: Emitter = { ...names, locals: new Map(), quantifiers: 0 }
  if (want === 'holds') return emitTest(ast.root, true, emitter)
  return `${names.runtime}.known(${emitValue(ast.root, emitter)})`
}

/** Source that is true when the condition is known to be `wanted`, else false. */
function emitTest(node: Node, wanted: boolean, emitter: Emitter): string {
  switch (node.kind) {
    case 'literal':
      return node.value === wanted ? 'true' : 'false'
    case 'not':
      return emitTest(node.of, !wanted, emitter)
    case 'and':
    case 'or': {
      const tests = node.parts.map((part) => emitTest(part, wanted, emitter))
      return `(${tests.join((node.kind === 'and') === wanted ? ' && ' : ' || ')})`
    }
    case 'conditional':
      if (hasConditional(node.when)) break
      return `(${emitTest(node.when, true, emitter)} ? ${emitTest(node.then, wanted, emitter)} : ${emitTest(node.when, false, emitter)} && ${emitTest(node.otherwise, wanted, emitter)})`
    case 'has':
      return emitKnown(node.of, wanted, emitter)
    case 'name':
    case 'member': {
      const path = emitPath(node, emitter)
      if (path === undefined) break
      return conjunction([...path.guards, `${path.read} === ${wanted}`])
    }
    case 'order':
    case 'equality':
    case 'in': {
      const test = emitComparison(node, wanted, emitter)
      if (test !== undefined) return test
    }
  }
  return `${emitValue(node, emitter)} === ${wanted}`
}

function emitKnown(node: Node, wanted: boolean, emitter: Emitter): string {
  return `${wanted ? '' : '!'}${emitter.runtime}.isKnown(${emitValue(node, emitter)})`
}

/** A condition inside the condition of ? : would be written out twice, and so on: it goes through the runtime. */
function hasConditional(node: Node): boolean {
  return node.kind === 'conditional' || childrenOf(node).some(hasConditional)
}

function isNull(node: Node): boolean {
  return node.kind === 'literal' && node.type === 'null'
}

function scalarOf(node: Node): Scalar | undefined {
  return node.kind === 'literal' && node.type !== 'null' ? node : undefined
}

/** The comparison of a field with literals, without a call; undefined when it is another comparison. */
function emitComparison(
  node: Node & { kind: 'order' | 'equality' | 'in' },
  wanted: boolean,
  emitter: Emitter,
): string | undefined {
  if (node.kind === 'in') {
    const path = emitPath(node.item, emitter)
    const literals = node.list.kind === 'list' ? node.list.items.map(scalarOf) : []
    const [first, ...rest] = literals.filter((each) => each !== undefined)
    if (path === undefined || first === undefined || rest.length + 1 !== literals.length) return undefined
    if (rest.some((each) => typeof each.value !== typeof first.value)) return undefined
    return emitAmongTest(path, [first, ...rest], wanted, emitter.hoist)
  }
  const isMirrored = scalarOf(node.left) !== undefined
  const literal = scalarOf(isMirrored ? node.left : node.right)
  const path = emitPath(isMirrored ? node.right : node.left, emitter)
  if (node.kind === 'equality' && (isNull(node.left) || isNull(node.right))) {
    return emitKnown(isNull(node.left) ? node.right : node.left, wanted === (node.operator === '!='), emitter)
  }
  if (literal === undefined || path === undefined) return undefined
  if (node.kind === 'equality') return emitAmongTest(path, [literal], wanted === (node.operator === '=='), undefined)
  return emitOrderTest(path, isMirrored ? mirrored[node.operator] : node.operator, literal, wanted)
}

/** Source of the value; where it is not known, of anything `runtime.isKnown` refuses. */
function emitValue(node: Node, emitter: Emitter): string {
  const { runtime } = emitter
  const value = (of: Node) => emitValue(of, emitter)
  const call = (name: string, ...args: readonly Node[]) => `${runtime}.${name}(${args.map(value).join(', ')})`
  switch (node.kind) {
    case 'literal':
      return emitLiteral(node)
    case 'list':
      return `[${node.items.map((item) => (item.kind === 'literal' ? value(item) : call('known', item))).join(', ')}]`
    case 'name':
    case 'member': {
      const path = emitPath(node, emitter)
      if (path !== undefined)
        return path.guards.length === 0 ? path.read : `(${path.guards.join(' && ')} ? ${path.read} : undefined)`
      if (node.kind === 'name') throw new Error('a name is always a path')
      return `${runtime}.field(${value(node.of)}, ${emitString(node.field)})`
    }
    case 'index':
      return call('index', node.of, node.at)
    case 'not':
      return call('not', node.of)
    case 'negate':
      return call('negate', node.of)
    case 'arithmetic':
      return call(arithmetic[node.operator], node.left, node.right)
    case 'order':
      return emitOrderValue(node.operator, value(node.left), value(node.right), runtime)
    case 'equality': {
      if (isNull(node.left) || isNull(node.right)) return emitComparison(node, true, emitter) ?? 'undefined'
      const equal = call('equal', node.left, node.right)
      return node.operator === '==' ? equal : `${runtime}.not(${equal})`
    }
    case 'in':
      return call('isIn', node.item, node.list)
    case 'and':
    case 'or':
      return `${runtime}.${node.kind}([${node.parts.map(value).join(', ')}])`
    case 'conditional':
      return call('pick', node.when, node.then, node.otherwise)
    case 'has':
      return emitKnown(node.of, true, emitter)
    case 'call':
      return call(node.fn, ...node.args)
    case 'quantifier':
      return emitQuantifier(node, emitter)
  }
}

function emitOrderValue(operator: OrderOperator, left: string, right: string, runtime: string): string {
  const isReversed = operator === '>' || operator === '<='
  const less = isReversed ? `${runtime}.less(${right}, ${left})` : `${runtime}.less(${left}, ${right})`
  return operator === '<' || operator === '>' ? less : `${runtime}.not(${less})`
}

function emitQuantifier(node: Node & { kind: 'quantifier' }, emitter: Emitter): string {
  const variable = `item${emitter.quantifiers}$`
  const locals = new Map(emitter.locals).set(node.variable, variable)
  const inner = { ...emitter, locals, quantifiers: emitter.quantifiers + 1 }
  return `${emitter.runtime}.${node.quantifier}(${emitValue(node.of, emitter)}, (${variable}) => ${emitValue(node.body, inner)})`
}
