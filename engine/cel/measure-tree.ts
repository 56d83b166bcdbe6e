import type { Node, Problem } from './ast.ts'
import { childrenOf } from './children-of.ts'
import { limits } from './limits.ts'

/** The first node that is too deep or inside too many exists/all; undefined when the tree is within the limits. */
export function measureTree(root: Node): Problem | undefined {
  const open = [{ node: root, depth: 1, quantifiers: 0 }]
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const { node, depth } = top
    const quantifiers = top.quantifiers + (node.kind === 'quantifier' ? 1 : 0)
    const span = { offset: node.from, length: node.to - node.from }
    if (depth > limits.depth) {
      const message = `The expression is nested more than ${limits.depth} levels deep.`
      return { message, remedy: 'Split it into several clauses.', ...span }
    }
    if (quantifiers > limits.nestedQuantifiers) {
      const message = `exists() and all() may stand inside one another ${limits.nestedQuantifiers} deep.`
      return { message, remedy: 'Split it into several clauses.', ...span }
    }
    for (const child of childrenOf(node)) open.push({ node: child, depth: depth + 1, quantifiers })
  }
  return undefined
}
