import type { Expression, Node } from './ast.ts'
import { childrenOf } from './children-of.ts'

/** The fields an expression reads, dotted and each once, in the order they are written: ["account.employees", "grade"]. */
export function readPaths(ast: Expression): string[] {
  const paths = new Set<string>()
  collect(ast.root, new Set(), paths)
  return [...paths]
}

function collect(node: Node, locals: ReadonlySet<string>, paths: Set<string>): void {
  const path = pathOf(node, locals)
  if (path !== undefined) {
    paths.add(path)
    return
  }
  if (node.kind === 'quantifier') {
    collect(node.of, locals, paths)
    collect(node.body, new Set([...locals, node.variable]), paths)
    return
  }
  for (const child of childrenOf(node)) collect(child, locals, paths)
}

function pathOf(node: Node, locals: ReadonlySet<string>): string | undefined {
  if (node.kind === 'name') return locals.has(node.name) ? undefined : node.name
  if (node.kind !== 'member') return undefined
  const owner = pathOf(node.of, locals)
  return owner === undefined ? undefined : `${owner}.${node.field}`
}
