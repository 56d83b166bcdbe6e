import type { ExplainNode } from './explain-expression.ts'

/** What would have to be different: one condition that must turn out `wanted`, or all or any of several. */
export type Change =
  | { kind: 'all' | 'any'; of: readonly Change[] }
  | { kind: 'condition'; text: string; wanted: boolean; reads: ReadonlyArray<{ text: string; value: unknown }> }

/**
 * What would have to be different for an explained condition to come out `wanted`; undefined when it does already.
 * A condition that is not known has come out neither way: to make it fail, it must first be known.
 */
export function changesNeeded(node: ExplainNode, wanted = true): Change | undefined {
  if (node.value === wanted) return undefined
  switch (node.kind) {
    case 'and':
    case 'or': {
      const changes = node.parts.map((part) => changesNeeded(part, wanted)).filter((change) => change !== undefined)
      const [only] = changes
      if (changes.length === 1 && only !== undefined) return only
      return { kind: (node.kind === 'and') === wanted ? 'all' : 'any', of: changes }
    }
    case 'not': {
      const [inner] = node.parts
      return inner === undefined ? undefined : changesNeeded(inner, !wanted)
    }
    default:
      return { kind: 'condition', text: node.text, wanted, reads: readsOf(node) }
  }
}

function readsOf(node: ExplainNode): Array<{ text: string; value: unknown }> {
  const isField = node.kind === 'name' || node.kind === 'member' || node.kind === 'index'
  if (isField) return [{ text: node.text, value: node.value }]
  return node.kind === 'quantifier' ? [] : node.parts.flatMap(readsOf)
}
