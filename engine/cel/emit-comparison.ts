import type { Literal, OrderOperator } from './ast.ts'
import { emitLiteral } from './emit-literal.ts'
import type { EmittedPath } from './emit-path.ts'

/** A literal that a value can be equal to. */
export type Scalar = Exclude<Literal, { type: 'null' }>

const opposites: Readonly<Record<OrderOperator, OrderOperator>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' }

/** `path operator literal` is known and comes out as wanted. */
export function emitOrderTest(path: EmittedPath, operator: OrderOperator, literal: Scalar, wanted: boolean): string {
  if (literal.type === 'bool') return 'false'
  const tested = wanted ? operator : opposites[operator]
  return conjunction([...path.guards, typeTest(path.read, literal), `${path.read} ${tested} ${emitLiteral(literal)}`])
}

/** `path in [literals]` is known and comes out as wanted; the literals are all of one JavaScript type, and at least one. */
export function emitAmongTest(
  path: EmittedPath,
  literals: readonly [Scalar, ...Scalar[]],
  wanted: boolean,
  hoist: ((source: string) => string) | undefined,
): string {
  const [first] = literals
  const { guards, read } = path
  const different = [
    ...guards,
    typeTest(read, first),
    ...(typeof first.value === 'number' ? [`${read} === ${read}`] : []),
  ]
  if (hoist !== undefined && literals.length > 8) {
    const set = hoist(`new Set([${literals.map(emitLiteral).join(', ')}])`)
    return conjunction(wanted ? [...guards, `${set}.has(${read})`] : [...different, `!${set}.has(${read})`])
  }
  if (!wanted) return conjunction([...different, ...literals.map((each) => `${read} !== ${emitLiteral(each)}`)])
  const same = literals.map((each) => `${read} === ${emitLiteral(each)}`)
  return conjunction([...guards, same.length === 1 ? same.join('') : `(${same.join(' || ')})`])
}

export function conjunction(tests: readonly string[]): string {
  return tests.length === 1 ? tests.join('') : `(${tests.join(' && ')})`
}

function typeTest(read: string, literal: Scalar): string {
  return `typeof ${read} === '${typeof literal.value}'`
}
