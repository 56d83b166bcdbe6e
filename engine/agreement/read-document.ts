import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { nearestName } from '../cel/nearest-name.ts'
import { type AgreementDocument, agreementDocumentSchema } from './document.ts'
import { type AgreementProblem, type DocumentPath, type Located, problemAt } from './problem.ts'

export type ReadDocument =
  | { ok: true; document: AgreementDocument; located: Located }
  | { ok: false; problems: AgreementProblem[] }

const MAX_CHARS = 1_000_000
const SECTIONS = Object.keys(agreementDocumentSchema.shape)

function mendOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const near = nearestName(issue.keys[0] ?? '', SECTIONS)
    return near === undefined
      ? 'Remove it, or see the default agreement for the words that may stand here.'
      : `Did you mean "${near}"?`
  }
  if (issue.code === 'invalid_value') return `Write one of: ${issue.values.map(String).join(', ')}.`
  if (issue.code === 'invalid_type')
    return `Write ${issue.expected === 'object' ? 'a set of fields' : `a ${issue.expected}`} here.`
  return 'Correct it as the message says.'
}

function pathOf(issue: z.core.$ZodIssue): DocumentPath {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
  return issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path
}

function shapeProblems(located: Located, issues: readonly z.core.$ZodIssue[]): AgreementProblem[] {
  return issues.slice(0, 100).flatMap((issue) => {
    if (issue.code === 'invalid_union') {
      const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? []
      const inner = nearest.map((each) => ({ ...each, path: [...issue.path, ...each.path] }))
      if (inner.length > 0) return shapeProblems(located, inner)
    }
    return [problemAt(located, pathOf(issue), issue.message, mendOf(issue))]
  })
}

/** Reads the YAML text of an agreement into its checked shape, or says with line and clause what is wrong. Never throws. */
export function readDocument(source: string): ReadDocument {
  const lines = new LineCounter()
  if (source.length > MAX_CHARS) {
    const what = `The document has ${source.length} characters; at most ${MAX_CHARS} are read.`
    return { ok: false, problems: [{ clause: null, path: '', line: 1, column: 1, what, mend: 'Shorten it.' }] }
  }
  const document = parseDocument(source, { lineCounter: lines, strict: true, uniqueKeys: true, merge: false })
  const located = { document, lines }
  if (document.errors.length > 0) {
    const problems = document.errors.slice(0, 20).map((error): AgreementProblem => {
      const position = lines.linePos(error.pos[0])
      const what = error.message.split('\n')[0] ?? error.message
      return {
        clause: null,
        path: '',
        line: position.line,
        column: position.col,
        what,
        mend: 'Check indentation, quotes and colons around here.',
      }
    })
    return { ok: false, problems }
  }
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 50 })
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    return {
      ok: false,
      problems: [problemAt(located, [], what, 'Write the repeated parts out instead of using aliases.')],
    }
  }
  const parsed = agreementDocumentSchema.safeParse(value)
  if (!parsed.success) return { ok: false, problems: shapeProblems(located, parsed.error.issues) }
  return { ok: true, document: parsed.data, located }
}
