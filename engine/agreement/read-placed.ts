import { type Document, isCollection, isNode, isPair, LineCounter, parseDocument, visit } from 'yaml'
import type { AgreementProblem, Located } from './problem.ts'
import { repeatedKeys } from './repeated-keys.ts'
import { textProblems } from './text-problems.ts'

export type Refused = { ok: false; problems: AgreementProblem[] }

const MAX_ALIASES = 50
/** Deeper than any agreement nests. */
export const MAX_DEPTH = 12
export const TOO_DEEP = 'The document is nested too deeply.'
export const FLATTER = 'Write it flatter, as the default agreement is.'

/** One refusal of a whole text. */
export function refuse(what: string, mend: string, line = 1): Refused {
  return { ok: false, problems: [{ clause: null, path: '', line, column: 1, what, mend }] }
}

/** Where something nests deeper than an agreement may, or null. */
function deepPlace(root: unknown): number | null {
  let level = [root]
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    level = level.flatMap((node) =>
      isCollection(node) ? node.items.map((item) => (isPair(item) ? item.value : item)) : [],
    )
    if (level.length === 0) return null
  }
  const [deep] = level
  return isNode(deep) && deep.range ? deep.range[0] : 0
}

/** The line of the first alias that no anchor before it explains, or null. */
function unknownAlias(document: Document, lines: LineCounter): { name: string; line: number } | null {
  const anchors = new Set<string>()
  let found: { name: string; line: number } | null = null
  visit(document, {
    Value: (_, node) => void (node.anchor !== undefined && anchors.add(node.anchor)),
    Alias: (_, node) => {
      if (anchors.has(node.source)) return undefined
      found = { name: node.source, line: lines.linePos(node.range?.[0] ?? 0).line }
      return visit.BREAK
    },
  })
  return found
}

function plainValue(document: Document): { ok: true; value: unknown } | { ok: false } {
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES })
    return { ok: true, value }
  } catch {
    return { ok: false }
  }
}

const parsed = (source: string, lines: LineCounter): Document =>
  parseDocument(source, { lineCounter: lines, strict: true, uniqueKeys: false, merge: false })

/** The places of a text, read when the first of them is asked for. */
export function placesOf(source: string): Located {
  let read: Located | null = null
  const places = (): Located => {
    if (read === null) {
      const lines = new LineCounter()
      read = { document: parsed(source, lines), lines }
    }
    return read
  }
  return {
    get document() {
      return places().document
    },
    get lines() {
      return places().lines
    },
  }
}

/** Reads a text of any form with its places, or says what keeps it from being read. */
export function readPlaced(source: string): { ok: true; value: unknown; located: Located } | Refused {
  const lines = new LineCounter()
  const document = parsed(source, lines)
  if (document.errors.length > 0) return { ok: false, problems: textProblems(source, lines, document.errors) }
  if (document.contents === null)
    return refuse('The document is empty.', 'Begin with the default agreement and change it.')
  const deep = deepPlace(document.contents)
  if (deep !== null) return refuse(TOO_DEEP, FLATTER, lines.linePos(deep).line)
  const repeated = repeatedKeys(document, lines)
  if (repeated.length > 0) return { ok: false, problems: repeated }
  const unknown = unknownAlias(document, lines)
  if (unknown !== null)
    return refuse(`The alias *${unknown.name} stands for nothing.`, 'Write the part out.', unknown.line)
  const read = plainValue(document)
  if (!read.ok)
    return refuse('The document repeats itself through too many aliases (*).', 'Write the repeated parts out.')
  return { ok: true, value: read.value, located: { document, lines } }
}
