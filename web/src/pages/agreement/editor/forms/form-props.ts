import type { Schemas } from '../../../../api/types.ts'
import type { Edit, Part, Vocabulary } from '../queries.ts'

/** What the fields of a part are given: the part, the whole around it, and how to change it. */
export type FormProps = {
  part: Part
  parts: readonly Part[]
  apply: (edits: Edit[]) => void
  vocabulary: Vocabulary
  problems: readonly Schemas['AgreementProblem'][]
}

/** The fields of a part as a mapping; empty for anything else. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

/** Words that may stand alone or in a list. */
export function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String)
  return value === undefined || value === null ? [] : [String(value)]
}

/** A change of one field of a part; '' or nothing takes it out, if it is there. */
export function setField(part: Part, name: string, value: unknown): Edit {
  const keys = name.split('.')
  const isGone = value === '' || value === undefined || (Array.isArray(value) && value.length === 0)
  if (!isGone) return { op: 'set', path: [...part.path, ...keys], value }
  const there = keys.reduce<unknown>((found, key) => fieldsOf(found)[key], part.value)
  return there === undefined
    ? { op: 'set', path: part.path, value: part.value }
    : { op: 'remove', path: [...part.path, ...keys] }
}

/** One word stands alone, several in a list. */
export function aloneOrList(words: readonly string[]): string | string[] {
  const [only] = words
  return words.length === 1 && only !== undefined ? only : [...words]
}
