import { isKnown, isRecord, type PlainRecord, readField, readIndex } from './known.ts'

const emptyRecord: PlainRecord = Object.freeze({})

function record(value: unknown): PlainRecord {
  return isRecord(value) ? value : emptyRecord
}

function equal(left: unknown, right: unknown): boolean | undefined {
  switch (typeof left) {
    case 'number':
      return typeof right === 'number' && !Number.isNaN(left) && !Number.isNaN(right) ? left === right : undefined
    case 'string':
      return typeof right === 'string' ? left === right : undefined
    case 'boolean':
      return typeof right === 'boolean' ? left === right : undefined
    default:
      return undefined
  }
}

function less(left: unknown, right: unknown): boolean | undefined {
  if (typeof left === 'number' && typeof right === 'number') {
    return left < right ? true : left >= right ? false : undefined
  }
  return typeof left === 'string' && typeof right === 'string' ? left < right : undefined
}

function not(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? !value : undefined
}

function and(values: readonly unknown[]): boolean | undefined {
  let answer: boolean | undefined = true
  for (const value of values) {
    if (value === false) return false
    if (value !== true) answer = undefined
  }
  return answer
}

function or(values: readonly unknown[]): boolean | undefined {
  let answer: boolean | undefined = false
  for (const value of values) {
    if (value === true) return true
    if (value !== false) answer = undefined
  }
  return answer
}

function pick(when: unknown, then: unknown, otherwise: unknown): unknown {
  return when === true ? then : when === false ? otherwise : undefined
}

function isIn(item: unknown, list: unknown): boolean | undefined {
  if (isRecord(list)) return typeof item === 'string' ? isKnown(readField(list, item)) : undefined
  if (!Array.isArray(list) || !isKnown(item)) return undefined
  let answer: boolean | undefined = false
  for (const each of list) {
    const isSame = equal(item, each)
    if (isSame === true) return true
    if (isSame === undefined) answer = undefined
  }
  return answer
}

function exists(list: unknown, holds: (item: unknown) => unknown): boolean | undefined {
  if (!Array.isArray(list)) return undefined
  let answer: boolean | undefined = false
  for (const item of list) {
    const held = holds(item)
    if (held === true) return true
    if (held !== false) answer = undefined
  }
  return answer
}

function all(list: unknown, holds: (item: unknown) => unknown): boolean | undefined {
  return not(exists(list, (item) => not(holds(item))))
}

function add(left: unknown, right: unknown): unknown {
  if (typeof left === 'number' && typeof right === 'number') return finite(left + right)
  return typeof left === 'string' && typeof right === 'string' ? left + right : undefined
}

function subtract(left: unknown, right: unknown): number | undefined {
  return typeof left === 'number' && typeof right === 'number' ? finite(left - right) : undefined
}

function multiply(left: unknown, right: unknown): number | undefined {
  return typeof left === 'number' && typeof right === 'number' ? finite(left * right) : undefined
}

function divide(left: unknown, right: unknown): number | undefined {
  return typeof left === 'number' && typeof right === 'number' ? finite(left / right) : undefined
}

function remainder(left: unknown, right: unknown): number | undefined {
  return typeof left === 'number' && typeof right === 'number' ? finite(left % right) : undefined
}

function negate(value: unknown): number | undefined {
  return typeof value === 'number' ? finite(0 - value) : undefined
}

function finite(value: number): number | undefined {
  return value - value === 0 ? value : undefined
}

function size(value: unknown): number | undefined {
  if (typeof value === 'string') {
    let characters = 0
    for (const _ of value) characters++
    return characters
  }
  if (Array.isArray(value)) return value.length
  return isRecord(value) ? Object.keys(value).length : undefined
}

function startsWith(text: unknown, start: unknown): boolean | undefined {
  return typeof text === 'string' && typeof start === 'string' ? text.startsWith(start) : undefined
}

function endsWith(text: unknown, end: unknown): boolean | undefined {
  return typeof text === 'string' && typeof end === 'string' ? text.endsWith(end) : undefined
}

function contains(text: unknown, part: unknown): boolean | undefined {
  return typeof text === 'string' && typeof part === 'string' ? text.includes(part) : undefined
}

function lowerAscii(text: unknown): string | undefined {
  return typeof text === 'string' ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : undefined
}

function known(value: unknown): unknown {
  return isKnown(value) ? value : undefined
}

/**
 * All that compiled expressions may call. Every function is total: it answers `undefined` ("not known")
 * for what it cannot work on, and never throws. See docs/decisions/2026-11-25-absent-values.md.
 */
export const runtime = {
  record,
  field: readField,
  index: readIndex,
  isKnown,
  known,
  equal,
  less,
  not,
  and,
  or,
  pick,
  isIn,
  exists,
  all,
  add,
  subtract,
  multiply,
  divide,
  remainder,
  negate,
  size,
  startsWith,
  endsWith,
  contains,
  lowerAscii,
} as const

export type Runtime = typeof runtime
