import { refusedName } from './refused-names.ts'

export type PlainRecord = Readonly<Record<string, unknown>>

/** A plain record: neither null nor a list. */
export function isRecord(value: unknown): value is PlainRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether the value says something: null, undefined, NaN and whatever is not data do not. */
export function isKnown(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true
    case 'number':
      return !Number.isNaN(value)
    case 'object':
      return value !== null
    default:
      return false
  }
}

/** The value of an own field, undefined when it is not known. */
export function readField(owner: unknown, field: string): unknown {
  if (!isRecord(owner) || !Object.hasOwn(owner, field) || refusedName(field) !== undefined) return undefined
  const value = owner[field]
  return isKnown(value) ? value : undefined
}

/** The item at a whole position of a list, or the field of a record by its name. */
export function readIndex(owner: unknown, at: unknown): unknown {
  if (typeof at === 'string') return readField(owner, at)
  if (typeof at !== 'number' || !Number.isInteger(at) || at < 0 || !Array.isArray(owner)) return undefined
  const value: unknown = owner[at]
  return isKnown(value) ? value : undefined
}
