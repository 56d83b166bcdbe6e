import { isCollection, isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import { partText } from './edit-part.ts'
import { endOf } from './edit-slices.ts'
import { placeOf } from './edit-text.ts'
import { clauseOn, type DocumentPath } from './problem.ts'
import { readDocument } from './read-document.ts'

/** One part of a document that people read and change as a whole, whether it is sound or not. */
export type OutlinePart = {
  path: DocumentPath
  /** The mapping or list it is an item of. */
  parent: DocumentPath
  /** Its name in decisions, or its path where it has none. */
  clause: string
  value: unknown
  /** 1-based lines of the document. */
  line: number
  endLine: number
  /** What it says in YAML, from the left margin. */
  text: string
}

/** Mappings whose entries are parts of their own. Others of the same kind are found by their clause names. */
const SPLIT = new Set([
  'parties',
  'sources',
  'fit',
  'engagement',
  'grades',
  'scores',
  'learned',
  'stages',
  'named_accounts',
  'territories',
  'routing',
  'pools',
  'marketing_promises',
  'sales_promises',
  'when_late',
  'when_late.then',
  'reasons',
  'reasons.reject',
  'reasons.disqualify',
  'stages.qualified.when',
  'pipelines',
])

/** Scores of their own are made of the same sections once more. */
const OF_A_SCORE = /^scores\.[^.]+(\.(fit|engagement|grades))?$/

/** A pipeline is its stages, and what a win of it needs. */
const OF_A_PIPELINE = /^pipelines\.[^.]+(\.stages)?$/

const NAMED = /^[A-Z][A-Za-z]?\d{1,4}$/

function isSplit(path: DocumentPath, value: unknown): boolean {
  if (SPLIT.has(path.join('.')) || OF_A_SCORE.test(path.join('.')) || OF_A_PIPELINE.test(path.join('.')))
    return typeof value === 'object' && value !== null
  if (path.length !== 1 || typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const entries = Object.entries(value)
  return (
    entries.length > 0 &&
    entries.every(
      ([key, each]) =>
        NAMED.test(key) ||
        (typeof each === 'object' && each !== null && !Array.isArray(each) && path[0] !== 'calendar'),
    )
  )
}

function pathsIn(value: unknown, path: DocumentPath): DocumentPath[] {
  if (path.join('.') === 'stages.qualified' && typeof value === 'object' && value !== null && 'when' in value) {
    const { when } = value
    return typeof when === 'object' ? [path, ...pathsIn(when, [...path, 'when'])] : [path]
  }
  if (path.length > 0 && !isSplit(path, value)) return [path]
  if (Array.isArray(value)) return value.flatMap((each: unknown, index) => pathsIn(each, [...path, index]))
  if (typeof value !== 'object' || value === null) return path.length === 0 ? [] : [path]
  return Object.entries(value).flatMap(([key, each]) => pathsIn(each, [...path, key]))
}

/**
 * The parts of a document in its own order, also while it has problems; null when the text is no YAML an agreement may be.
 * Sections that this build has no special knowledge of are parted by their clause names, or stay whole.
 */
export function outlineOf(source: string): { parts: OutlinePart[]; sections: string[] } | null {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: false, merge: false })
  if (document.errors.length > 0 || !isMap(document.contents)) return null
  const read = readDocument(source)
  // What is nested too deeply or repeats itself through references is refused before it is followed.
  if (!read.ok && read.problems.some(({ path, line }) => path === '' && line >= 1 && read.problems.length === 1))
    return null
  const value: unknown = document.toJS({ maxAliasCount: 50 })
  const parts = pathsIn(value, []).map((path): OutlinePart => {
    const place = placeOf(document, path)
    const key = place?.pair?.key
    const start = (isScalar(key) ? key.range?.[0] : place?.node?.range?.[0]) ?? 0
    const node = place?.node
    const end = isCollection(node) || isScalar(node) ? endOf(source, node) : start
    return {
      path,
      parent: path.slice(0, -1),
      clause: clauseOn(path) ?? path.join('.'),
      value: valueAt(value, path),
      line: lines.linePos(start).line,
      endLine: lines.linePos(Math.max(start, end)).line,
      text: partText(source, document, path),
    }
  })
  const sections = document.contents.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : []))
  return { parts, sections }
}

function valueAt(root: unknown, path: DocumentPath): unknown {
  let value: unknown = root
  for (const part of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined
  return value
}
