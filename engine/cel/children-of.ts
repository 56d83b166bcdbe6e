import type { Node } from './ast.ts'

/** The direct sub-expressions of a node, in the order they are written. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'literal':
    case 'name':
      return []
    case 'list':
      return node.items
    case 'member':
    case 'not':
    case 'negate':
    case 'has':
      return [node.of]
    case 'index':
      return [node.of, node.at]
    case 'arithmetic':
    case 'order':
    case 'equality':
      return [node.left, node.right]
    case 'in':
      return [node.item, node.list]
    case 'and':
    case 'or':
      return node.parts
    case 'conditional':
      return [node.when, node.then, node.otherwise]
    case 'call':
      return node.args
    case 'quantifier':
      return [node.of, node.body]
  }
}
