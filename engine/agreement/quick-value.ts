import { CORE_SCHEMA, load } from 'js-yaml'
import { isMapping } from '../worktime/problem.ts'

/** Lone returns, marks of documents, indenting tabs, anchors: where readers differ, or what no agreement needs. */
const UNUSUAL = /\r(?!\n)|^\s*(?:---|\.\.\.)|^ *\t|(?:^|[\s,[{:?-])&[^\s&]/m

/** A name that is not written reads as the text "null" here and as an empty one there. */
function hasNull(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasNull)
  if (!isMapping(value)) return false
  for (const name in value) if (name === 'null' || hasNull(value[name])) return true
  return false
}

/**
 * The value of a text that is written as agreements are; null for every other one, without aliases followed or names repeated.
 * A tenth of the cost of reading it with its places, and the same value (`read-document.fuzz.test.ts`).
 */
export function quickValue(source: string, maxDepth: number): { value: unknown } | null {
  if (UNUSUAL.test(source)) return null
  try {
    const value: unknown = load(source, { schema: CORE_SCHEMA, maxAliases: 0, maxDepth })
    return hasNull(value) ? null : { value }
  } catch {
    return null
  }
}
