import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter, type Node, type YAMLMap } from 'yaml'

/** Something in the document that cannot be signed: where it stands, what is wrong, what to write instead. */
export type AgreementProblem = {
  clause: string | null
  /** Field names from the outside in, such as `fit.F1.when`. */
  path: string
  /** 1-based. */
  line: number
  column: number
  what: string
  mend: string
}

export type Located = { document: Document; lines: LineCounter }
export type DocumentPath = readonly (string | number)[]

const CLAUSE = /^[A-Z][A-Za-z]?\d{1,4}$/

/** The clause name on a path, or null: `['sales_promises','S2','first_contact','A1']` is `S2`. */
export function clauseOn(path: DocumentPath): string | null {
  const found = path.find((part) => typeof part === 'string' && CLAUSE.test(part))
  return typeof found === 'string' ? found : null
}

type Pairs = ReadonlyMap<string, { key: number | null; value: Node | null }>
const pairsOf = new WeakMap<YAMLMap, Pairs>()

/** The pairs of a mapping by key, read once: a document may have ten thousand clauses. */
function indexed(map: YAMLMap): Pairs {
  const known = pairsOf.get(map)
  if (known !== undefined) return known
  const made = new Map<string, { key: number | null; value: Node | null }>()
  for (const { key, value } of map.items) {
    if (!isScalar(key)) continue
    made.set(String(key.value), { key: key.range?.[0] ?? null, value: isNode(value) ? value : null })
  }
  pairsOf.set(map, made)
  return made
}

/** Where the key of the innermost part on the path stands that is there, and where its value does. */
function offsetsOf(document: Document, path: DocumentPath): { key: number; value: number } {
  let node: Node | null = document.contents
  const found = { key: node?.range?.[0] ?? 0, value: node?.range?.[0] ?? 0 }
  for (const part of path) {
    const pair: { key: number | null; value: Node | null } | undefined = isMap(node)
      ? indexed(node).get(String(part))
      : isSeq(node)
        ? { key: null, value: itemOf(node.items, part) }
        : undefined
    if (pair === undefined) break
    node = pair.value
    const value = node?.range?.[0] ?? pair.key
    if (value === null) break
    found.key = pair.key ?? value
    found.value = value
  }
  return found
}

function itemOf(items: readonly unknown[], at: string | number): Node | null {
  const item = items[Number(at)]
  return isNode(item) ? item : null
}

/** The 1-based place of a part of the document by its path, or of the nearest part above it. */
export function positionOf(
  { document, lines }: Located,
  path: DocumentPath,
  at: 'key' | 'value',
): { line: number; column: number } {
  const { line, col } = lines.linePos(offsetsOf(document, path)[at])
  return { line, column: col }
}

/** A problem at a path of the document, with the line of the nearest thing that is really there. */
export function problemAt(
  located: Located,
  path: DocumentPath,
  what: string,
  mend: string,
  at: 'key' | 'value' = 'value',
): AgreementProblem {
  return { clause: clauseOn(path), path: path.join('.'), ...positionOf(located, path, at), what, mend }
}
