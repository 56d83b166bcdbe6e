import type { Expression, Node } from './ast.ts'
import { childrenOf } from './children-of.ts'
import { evaluate, type Scope } from './interpret.ts'

/** What one sub-expression came to. */
export interface ExplainNode {
  kind: Node['kind']
  /** The sub-expression as it is written, and where. */
  text: string
  offset: number
  length: number
  /** Its value; undefined when it is not known. */
  value: unknown
  /** `value` is for what is known but no condition: a number, a text, a list. */
  verdict: 'held' | 'failed' | 'unknown' | 'value'
  /** Sub-expressions down to single fields; for exists() and all(), the condition once per item, at most 20. */
  parts: readonly ExplainNode[]
  /** For && and ||: the indexes of the parts that did not hold. */
  notHeld: readonly number[]
}

const shownItems = 20

/** The value of an expression and of each of its parts in a context, for showing why it held or did not. */
export function explainExpression(ast: Expression, context: Readonly<Record<string, unknown>>): ExplainNode {
  return explain(ast.root, { context, locals: new Map() }, ast.source)
}

function explain(node: Node, scope: Scope, source: string): ExplainNode {
  const value = evaluate(node, scope)
  const parts = partsOf(node, scope, source)
  const isJunction = node.kind === 'and' || node.kind === 'or'
  const notHeld = isJunction ? parts.flatMap((part, index) => (part.verdict === 'held' ? [] : [index])) : []
  const text = source.slice(node.from, node.to)
  return {
    kind: node.kind,
    text,
    offset: node.from,
    length: node.to - node.from,
    value,
    verdict: verdictOf(value),
    parts,
    notHeld,
  }
}

function verdictOf(value: unknown): ExplainNode['verdict'] {
  if (value === undefined) return 'unknown'
  if (value === true) return 'held'
  return value === false ? 'failed' : 'value'
}

function partsOf(node: Node, scope: Scope, source: string): ExplainNode[] {
  switch (node.kind) {
    case 'member':
    case 'index':
    case 'list':
      return []
    case 'quantifier': {
      const list = evaluate(node.of, scope)
      if (!Array.isArray(list)) return [explain(node.of, scope, source)]
      return list.slice(0, shownItems).map((item: unknown) => {
        return explain(node.body, { ...scope, locals: new Map(scope.locals).set(node.variable, item) }, source)
      })
    }
    default:
      return childrenOf(node).map((child) => explain(child, scope, source))
  }
}
