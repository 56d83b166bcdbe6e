import type { Node, Problem } from './ast.ts'
import { nearestName } from './nearest-name.ts'
import type { Schema } from './schema.ts'

/** A text compared with a field of closed values must be one of them: adds a problem when it is not. */
export function checkValueSet(type: Schema, node: Node, owner: string, problems: Problem[]): void {
  if (type.kind !== 'string' || type.values === undefined) return
  if (node.kind !== 'literal' || node.type !== 'string' || type.values.includes(node.value)) return
  const nearest = nearestName(node.value, type.values)
  const listed = type.values.slice(0, 20).map((value) => JSON.stringify(value))
  const choice = `Use one of ${listed.join(', ')}${type.values.length > 20 ? ', ...' : ''}.`
  problems.push({
    message: `${JSON.stringify(node.value)} is never a value of ${owner}.`,
    remedy: nearest === undefined ? choice : `Did you mean ${JSON.stringify(nearest)}? ${choice}`,
    offset: node.from,
    length: node.to - node.from,
  })
}
