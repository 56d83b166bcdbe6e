import type { Problem } from './ast.ts'

const simpleEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\u0007',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '`': '`',
  '?': '?',
}
const codeLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

type ReadString = { ok: true; value: string; to: number } | { ok: false; problem: Problem }

/** Reads a quoted text that opens at `from`; `to` is the offset after its closing quote. */
export function readString(source: string, from: number): ReadString {
  const quote = source.charAt(from)
  let value = ''
  let at = from + 1
  while (at < source.length) {
    const char = source.charAt(at)
    if (char === quote) return { ok: true, value, to: at + 1 }
    if (char === '\n' || char === '\r') break
    if (char !== '\\') {
      value += char
      at++
      continue
    }
    if (at + 1 === source.length) break
    const escaped = readEscape(source, at)
    if (escaped === undefined) {
      const message = `"${source.slice(at, at + 2)}" is not an escape this language knows.`
      const remedy = 'Write \\\\ for a backslash, \\" for a quote, \\u00e9 for a character by its code.'
      return { ok: false, problem: { message, remedy, offset: at, length: 2 } }
    }
    value += escaped.value
    at = escaped.to
  }
  const message = 'The text that opens here is never closed.'
  return { ok: false, problem: { message, remedy: `Add ${quote} where it ends.`, offset: from, length: at - from } }
}

function readEscape(source: string, at: number): { value: string; to: number } | undefined {
  const letter = source.charAt(at + 1)
  const simple = Object.hasOwn(simpleEscapes, letter) ? simpleEscapes[letter] : undefined
  if (simple !== undefined) return { value: simple, to: at + 2 }
  const length = Object.hasOwn(codeLengths, letter) ? codeLengths[letter] : undefined
  if (length === undefined) return undefined
  const digits = source.slice(at + 2, at + 2 + length)
  if (digits.length !== length || !/^[0-9a-fA-F]+$/.test(digits)) return undefined
  const code = Number.parseInt(digits, 16)
  const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? { value: String.fromCodePoint(code), to: at + 2 + length } : undefined
}
