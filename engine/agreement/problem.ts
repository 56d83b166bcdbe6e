import { type Document, isNode, type LineCounter } from 'yaml'

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

/** The innermost clause name on a path, or null: `['stages','qualified','when','Q1','when']` is `Q1`. */
export function clauseOn(path: DocumentPath): string | null {
  for (let index = path.length - 1; index >= 0; index--) {
    const part = path[index]
    if (typeof part === 'string' && CLAUSE.test(part)) return part
  }
  return null
}

function offsetOf(document: Document, path: DocumentPath): number {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

/** A problem at a path of the document, with the line of the nearest thing that is really there. */
export function problemAt(
  located: Located,
  path: DocumentPath,
  what: string,
  mend: string,
  extra = 0,
): AgreementProblem {
  const position = located.lines.linePos(offsetOf(located.document, path) + extra)
  return { clause: clauseOn(path), path: path.join('.'), line: position.line, column: position.col, what, mend }
}
