import { isBlank, isUnanswered } from './is-blank.ts'
import type { Row } from './model.ts'
import { ownValue } from './own-value.ts'
import { readNumber } from './read-number.ts'

/** The number a row has for a field; NaN when it is missing or no number. */
export function numberOf(row: Row, field: string): number {
  const value = ownValue(row, field)
  if (typeof value === 'number') return value
  return typeof value === 'string' && !isUnanswered(value) ? (readNumber(value) ?? Number.NaN) : Number.NaN
}

/** The text a row has for a field; null when it is missing. */
export function textOf(row: Row, field: string): string | null {
  const value = ownValue(row, field)
  if (value === null || value === undefined) return null
  const text = String(value).trim()
  return isBlank(text) ? null : text
}
