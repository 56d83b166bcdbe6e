import type { z } from 'zod'
import { nearestName } from '../cel/nearest-name.ts'
import { isMapping, quote } from '../worktime/problem.ts'
import { agreementDocumentSchema } from './document.ts'
import { type AgreementProblem, type DocumentPath, type Located, problemAt } from './problem.ts'
import { fieldsAt, typesAt, wordsAt } from './schema-at.ts'

type Issue = z.core.$ZodIssue
type Told = { what: string; mend: string }

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a set of fields',
  record: 'a set of fields',
  array: 'a list',
}
const MOST = 100

function valueAt(document: unknown, path: DocumentPath): unknown {
  let value = document
  for (const part of path) {
    if (isMapping(value)) value = Object.hasOwn(value, part) ? value[part] : undefined
    else value = Array.isArray(value) ? value[Number(part)] : undefined
  }
  return value
}

function pathOf(issue: Issue): DocumentPath {
  return issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
}

function kindOf(value: unknown): string {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (isMapping(value)) return 'a set of fields'
  return typeof value === 'string' ? `the text ${quote(value)}` : `${quote(value)}`
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function didYouMean(word: string, known: readonly string[], otherwise: string): string {
  const near = nearestName(word, known)
  return near === undefined ? otherwise : `Did you mean "${near}"?`
}

/** One of a closed set: the words that may stand here, nearest first when one is near. */
function tellWords(word: string, known: readonly string[]): Told {
  return { what: `"${word}" may not stand here.`, mend: didYouMean(word, known, `Write one of: ${known.join(', ')}.`) }
}

function tellType(expected: string, value: unknown, path: DocumentPath): Told {
  const wanted = TYPES[expected] ?? `a ${expected}`
  if (value === undefined) {
    const name = String(path.at(-1) ?? 'The document')
    const inside = path.slice(0, -1).join('.')
    return {
      what: `"${name}" is missing${inside === '' ? '' : ` in ${inside}`}.`,
      mend: `Add "${name}:" with ${wanted}.`,
    }
  }
  if (path.length === 0)
    return {
      what: `The document is ${kindOf(value)}, not an agreement.`,
      mend: 'Begin with "title:", as the default agreement does.',
    }
  return {
    what: `${sentence(kindOf(value)).slice(0, -1)} stands where ${wanted} belongs.`,
    mend: `Write ${wanted} here.`,
  }
}

function tellSize(issue: Issue & { code: 'too_small' | 'too_big' }, value: unknown): Told {
  const isSmall = issue.code === 'too_small'
  const bound = String(issue.code === 'too_small' ? issue.minimum : issue.maximum)
  const atBound = isSmall ? `at least ${bound}` : `at most ${bound}`
  if (typeof value === 'string') {
    if (value === '') return { what: 'The text is empty.', mend: 'Write something here, or remove the field.' }
    return { what: `The text has ${value.length} characters.`, mend: `Write ${atBound} characters.` }
  }
  if (Array.isArray(value)) return { what: `The list has ${value.length} items.`, mend: `Give ${atBound}.` }
  return { what: `${String(value)} is too ${isSmall ? 'small' : 'large'}.`, mend: `Write ${atBound}.` }
}

function tell(issue: Issue, document: unknown): Told {
  const path = pathOf(issue)
  const value = valueAt(document, path)
  switch (issue.code) {
    case 'invalid_type':
      return tellType(issue.expected, value, path)
    case 'invalid_value':
      if (value === undefined) return tellType('string', value, path)
      return tellWords(String(value), issue.values.map(String))
    case 'invalid_format':
      return { what: `${quote(value)} is not written as it must be.`, mend: sentence(issue.message) }
    case 'invalid_key': {
      const inner = issue.issues[0]
      return {
        what: `"${String(path.at(-1))}" may not be a name here.`,
        mend: sentence(inner?.message ?? 'use another name'),
      }
    }
    case 'too_small':
    case 'too_big':
      return tellSize(issue, value)
    case 'invalid_union': {
      const words = wordsAt(agreementDocumentSchema, path)
      if (words.length > 0) return tellWords(value === undefined ? '' : String(value), words)
      const types = typesAt(agreementDocumentSchema, path).map((type) => TYPES[type] ?? type)
      return {
        what: `${sentence(kindOf(value)).slice(0, -1)} may not stand here.`,
        mend: `Write ${types.join(' or ')}.`,
      }
    }
    default:
      return { what: sentence(issue.message), mend: 'See the default agreement for what may stand here.' }
  }
}

/** Of several alternatives the one that was meant: the one with the most fields in common, else the one of the right type. */
function meant(issue: Issue & { code: 'invalid_union' }): readonly Issue[] {
  const isOther = (each: Issue): boolean => each.path.length === 0 && each.code === 'invalid_type'
  const strangers = (list: readonly Issue[]): number =>
    list.reduce(
      (sum, each) => sum + (each.path.length === 0 && each.code === 'unrecognized_keys' ? each.keys.length : 0),
      0,
    )
  const fitting = issue.errors.filter((list) => !list.some(isOther))
  const best = fitting.sort((a, b) => strangers(a) - strangers(b) || a.length - b.length)[0] ?? []
  // A field that no alternative knows says more than what is missing from one of them.
  const unknown = best.filter((each) => each.path.length === 0 && each.code === 'unrecognized_keys')
  return unknown.length > 0 ? unknown : best
}

/** Alternatives are settled and unknown fields told one by one. */
function flatten(issues: readonly Issue[], document: unknown): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    // The length of a text that stands where a list belongs says nothing.
    if (
      (issue.code === 'too_small' || issue.code === 'too_big') &&
      issue.origin === 'array' &&
      !Array.isArray(valueAt(document, pathOf(issue)))
    )
      return []
    if (issue.code !== 'invalid_union') return [issue]
    const inner = meant(issue).map((each) => ({ ...each, path: [...issue.path, ...each.path] }))
    return inner.length === 0 ? [issue] : flatten(inner, document)
  })
}

/** What is wrong with the shape of a document, in the words of the document, each with its line. */
export function shapeProblems(located: Located, document: unknown, issues: readonly Issue[]): AgreementProblem[] {
  const problems: AgreementProblem[] = []
  const misspelt = new Set<string>()
  const flat = flatten(issues, document)
  for (const issue of flat) {
    if (issue.code !== 'unrecognized_keys') continue
    const path = pathOf(issue)
    const known = fieldsAt(agreementDocumentSchema, path)
    for (const key of issue.keys) {
      const near = nearestName(key, known)
      if (near !== undefined) misspelt.add([...path, near].join('\0'))
      const mend = near === undefined ? `Remove it; here may stand: ${known.join(', ')}.` : `Did you mean "${near}"?`
      problems.push(problemAt(located, [...path, key], `"${key}" is not known here.`, mend, 'key'))
    }
  }
  for (const issue of flat) {
    if (issue.code === 'unrecognized_keys' || misspelt.has(issue.path.map(String).join('\0'))) continue
    const path = pathOf(issue)
    const { what, mend } = tell(issue, document)
    problems.push(problemAt(located, path, what, mend, issue.code === 'invalid_key' ? 'key' : 'value'))
  }
  return problems.sort((a, b) => a.line - b.line || a.column - b.column).slice(0, MOST)
}
