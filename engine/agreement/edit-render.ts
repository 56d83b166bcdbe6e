import { stringify } from 'yaml'

/** How wide a clause may be before it is written over several lines. */
const MOST_WIDE = 116

type Quotes = 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE'

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value on one line, as it may stand between the brackets of another. */
export function renderFlow(value: unknown, quotes: Quotes = 'PLAIN'): string {
  if (typeof value === 'string' && /[\n\r\t]/.test(value)) return JSON.stringify(value)
  const options = {
    collectionStyle: 'flow',
    lineWidth: 0,
    flowCollectionPadding: false,
    defaultStringType: quotes,
    defaultKeyType: 'PLAIN',
  } as const
  if (Array.isArray(value)) return `[${value.map((each) => renderFlow(each, quotes)).join(', ')}]`
  if (isRecord(value)) {
    const pairs = Object.entries(value).map(([key, each]) => `${renderKey(key)}: ${renderFlow(each, quotes)}`)
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
  }
  // Inside a list, so that a comma or a bracket of a text is quoted.
  return stringify([value], options).trim().slice(1, -1).trim()
}

/** A name as the key of a mapping, safe on one line. */
export function renderKey(key: string): string {
  const text = stringify({ [key]: 1 }, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim()
  return text.slice(1, text.lastIndexOf(':'))
}

/** A text, number or truth value alone on its line. */
export function renderScalar(value: unknown, quotes: Quotes = 'PLAIN'): string {
  if (typeof value === 'string' && /[\n\r\t]/.test(value)) return JSON.stringify(value)
  return stringify(value, { lineWidth: 0, defaultStringType: quotes }).trim()
}

/**
 * `key: value` from the column `indent` on, without the indentation of its first line: a clause on one line where it fits,
 * else field by field below its name. `depth` 0 is a section, whose clauses always stand on lines of their own.
 */
export function renderPair(key: string, value: unknown, indent: number, depth: number): string {
  const name = renderKey(key)
  if (!isRecord(value) || Object.keys(value).length === 0) {
    const flat = Array.isArray(value) || isRecord(value) ? renderFlow(value) : renderScalar(value)
    return `${name}: ${flat}`
  }
  const flat = `${name}: ${renderFlow(value)}`
  if (depth > 0 && indent + flat.length <= MOST_WIDE) return flat
  const inner = indent + 2
  const lines = Object.entries(value).map(
    ([each, of]) => `${' '.repeat(inner)}${renderPair(each, of, inner, depth + 1)}`,
  )
  return `${name}:\n${lines.join('\n')}`
}
