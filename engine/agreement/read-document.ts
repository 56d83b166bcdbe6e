import { clauseTooMany, MOST_CLAUSES } from './clause-too-many.ts'
import { type AgreementDocument, agreementDocumentSchema } from './document.ts'
import { type Located, problemAt } from './problem.ts'
import { quickValue } from './quick-value.ts'
import { FLATTER, MAX_DEPTH, placesOf, type Refused, readPlaced, refuse, TOO_DEEP } from './read-placed.ts'
import { shapeProblems } from './shape-problems.ts'

export type ReadDocument = { ok: true; document: AgreementDocument; located: Located } | Refused

const MAX_CHARS = 1_000_000
const MAX_BRACKETS = 40
const MANY_MARKS = /(?:[-?:][ \t]+){13,}/

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

/** Reads the YAML text of an agreement into its checked shape, or says with line and clause what is wrong. Never throws. */
export function readDocument(source: string): ReadDocument {
  if (source.length > MAX_CHARS)
    return refuse(`The document has ${source.length} characters; at most ${MAX_CHARS} are read.`, 'Shorten it.')
  const tooDeep = deepLine(source)
  if (tooDeep !== null) return refuse(TOO_DEEP, FLATTER, tooDeep)
  const quick = quickValue(source, MAX_DEPTH)
  const read = quick === null ? readPlaced(source) : { ok: true as const, ...quick, located: placesOf(source) }
  if (!read.ok) return read
  const tooMany = clauseTooMany(read.value)
  if (tooMany !== null) {
    const what = `Here begins clause ${MOST_CLAUSES + 1}; an agreement has at most ${MOST_CLAUSES}.`
    return {
      ok: false,
      problems: [problemAt(read.located, tooMany, what, 'Say in fewer clauses what is agreed.', 'key')],
    }
  }
  const checked = agreementDocumentSchema.safeParse(read.value)
  if (!checked.success) return { ok: false, problems: shapeProblems(read.located, read.value, checked.error.issues) }
  return { ok: true, document: checked.data, located: read.located }
}
