import type { Path } from '@ensemble/engine/worktime/problem.ts'
import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter, type Node } from 'yaml'

/** Line and column, from 1, of a path in a YAML document; of its nearest surrounding value when the path does not exist. */
export function locatePath(document: Document.Parsed, counter: LineCounter, path: Path): { line: number; col: number } {
  let place: Node | null = isNode(document.contents) ? document.contents : null
  let value: Node | null = place
  for (const step of path) {
    const found: { at: Node; value: Node | null } | null = childOf(value, step)
    if (!found) break
    place = found.at
    value = found.value
  }
  const [offset = 0] = place?.range ?? []
  return counter.linePos(offset)
}

/** The node that names a child, a key or a list's item, and the child itself. */
function childOf(parent: Node | null, step: string | number): { at: Node; value: Node | null } | null {
  if (isSeq(parent) && typeof step === 'number') {
    const item = parent.items[step]
    return isNode(item) ? { at: item, value: item } : null
  }
  if (!isMap(parent)) return null
  const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
  if (!pair || !isNode(pair.key)) return null
  return { at: pair.key, value: isNode(pair.value) ? pair.value : null }
}
