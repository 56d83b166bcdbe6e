import { type Document, isCollection, isNode, isPair, LineCounter, parseDocument, visit } from 'yaml'
import { type AgreementDocument, agreementDocumentSchema } from './document.ts'
import type { AgreementProblem, Located } from './problem.ts'
import { repeatedKeys } from './repeated-keys.ts'
import { shapeProblems } from './shape-problems.ts'
import { textProblems } from './text-problems.ts'

export type ReadDocument =
  | { ok: true; document: AgreementDocument; located: Located }
  | { ok: false; problems: AgreementProblem[] }

const MAX_CHARS = 1_000_000
const MAX_ALIASES = 50
const MAX_DEPTH = 12
const MAX_BRACKETS = 40
const MANY_MARKS = /(?:[-?:][ \t]+){13,}/
const TOO_DEEP = 'The document is nested too deeply.'
const FLATTER = 'Write it flatter, as the default agreement is.'

function refuse(what: string, mend: string, line = 1): ReadDocument {
  return { ok: false, problems: [{ clause: null, path: '', line, column: 1, what, mend }] }
}

/** The line on which a text nests deeper than any agreement does, seen before the reader follows it to its end. */
function deepLine(source: string): number | null {
  let depth = 0
  for (const [index, line] of source.split('\n').entries()) {
    // Nothing of one section reaches into the next: what is unbalanced in comments and texts does not add up.
    if (/^[a-z]/i.test(line)) depth = 0
    for (const char of line) {
      if (char === '[' || char === '{') depth++
      else if (char === ']' || char === '}') depth = Math.max(0, depth - 1)
      if (depth > MAX_BRACKETS) return index + 1
    }
    if (MANY_MARKS.test(line)) return index + 1
  }
  return null
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

/** Reads the YAML text of an agreement into its checked shape, or says with line and clause what is wrong. Never throws. */
export function readDocument(source: string): ReadDocument {
  if (source.length > MAX_CHARS)
    return refuse(`The document has ${source.length} characters; at most ${MAX_CHARS} are read.`, 'Shorten it.')
  const tooDeep = deepLine(source)
  if (tooDeep !== null) return refuse(TOO_DEEP, FLATTER, tooDeep)
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, strict: true, uniqueKeys: false, merge: false })
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
  const located = { document, lines }
  const parsed = agreementDocumentSchema.safeParse(read.value)
  if (!parsed.success) return { ok: false, problems: shapeProblems(located, read.value, parsed.error.issues) }
  return { ok: true, document: parsed.data, located }
}
