import type { Problem } from './ast.ts'
import { readString } from './read-string.ts'

export type Token = { from: number; to: number } & (
  | { kind: 'int' | 'double'; value: number }
  | { kind: 'string' | 'name' | 'symbol' | 'end'; value: string }
)

type ReadTokens = { ok: true; tokens: Token[] } | { ok: false; problem: Problem }
type ReadToken = { ok: true; token: Token } | { ok: false; problem: Problem }

const blank = /(?:[ \t\r\n\f]+|\/\/[^\n]*)+/y
const number = /(?:\d+\.\d+|\.\d+|\d+)(?:[eE][+-]?\d+)?/y
const name = /[A-Za-z_][A-Za-z0-9_]*/y
const symbol = /&&|\|\||==|!=|<=|>=|[-+*/%<>!?:.,()[\]]/y
const wordCharacter = /[A-Za-z0-9_]/

/** Characters people type out of habit, and what this language writes instead. */
const habits: ReadonlyArray<readonly [RegExp, string, string]> = [
  [/=/y, '"=" is not an operator.', 'Write == to compare.'],
  [/&/y, '"&" is not an operator.', 'Write && for "and".'],
  [/\|/y, '"|" is not an operator.', 'Write || for "or".'],
  [/[“”„«»‘’]/y, 'This is a typographic quote.', 'Write texts between straight quotes: "A1".'],
  [/[{}]/y, 'Maps written out with { } are not part of this language.', 'Compare the fields one by one.'],
  [/`/y, 'A backquote does not open a text.', 'Write texts between straight quotes: "A1".'],
]

/** Cuts the source into tokens, the last of which is `end`. Linear in the length of the source. */
export function readTokens(source: string): ReadTokens {
  const tokens: Token[] = []
  let at = matchLength(blank, source, 0)
  while (at < source.length) {
    const read = readToken(source, at)
    if (!read.ok) return read
    tokens.push(read.token)
    at = read.token.to
    at += matchLength(blank, source, at)
  }
  tokens.push({ kind: 'end', value: '', from: source.length, to: source.length })
  return { ok: true, tokens }
}

function readToken(source: string, from: number): ReadToken {
  const char = source.charAt(from)
  if (char === '"' || char === "'") {
    const text = readString(source, from)
    return text.ok ? { ok: true, token: { kind: 'string', value: text.value, from, to: text.to } } : text
  }
  const numberLength = matchLength(number, source, from)
  if (numberLength > 0) return readNumber(source, from, from + numberLength)
  const nameLength = matchLength(name, source, from)
  if (nameLength > 0) return readName(source, from, from + nameLength)
  const to = from + matchLength(symbol, source, from)
  if (to > from) return { ok: true, token: { kind: 'symbol', value: source.slice(from, to), from, to } }
  for (const [pattern, message, remedy] of habits) {
    if (matchLength(pattern, source, from) > 0)
      return { ok: false, problem: { message, remedy, offset: from, length: 1 } }
  }
  const written = String.fromCodePoint(source.codePointAt(from) ?? 0)
  const message = `The character ${JSON.stringify(written)} cannot be used here.`
  return {
    ok: false,
    problem: { message, remedy: 'Remove it, or put it between quotes.', offset: from, length: written.length },
  }
}

function readName(source: string, from: number, to: number): ReadToken {
  const value = source.slice(from, to)
  const next = source.charAt(to)
  if (value.length <= 2 && (next === '"' || next === "'") && /^[rRbB]+$/.test(value)) {
    const message = `Texts with the prefix ${value} are not part of this language.`
    return { ok: false, problem: { message, remedy: 'Remove the prefix.', offset: from, length: value.length } }
  }
  return { ok: true, token: { kind: 'name', value, from, to } }
}

function readNumber(source: string, from: number, to: number): ReadToken {
  const text = source.slice(from, to)
  const value = Number(text)
  if (wordCharacter.test(source.charAt(to))) {
    const message = `"${text}${source.charAt(to)}" is not a number.`
    const remedy = 'Write numbers in digits, without unit or suffix: 50, 0.5, 1e6.'
    return { ok: false, problem: { message, remedy, offset: from, length: to - from + 1 } }
  }
  const isInt = /^\d+$/.test(text)
  if (isInt ? !Number.isSafeInteger(value) : !Number.isFinite(value)) {
    const message = `${text.slice(0, 30)} is too large.`
    const remedy = 'Whole numbers go up to 9,007,199,254,740,991.'
    return { ok: false, problem: { message, remedy, offset: from, length: to - from } }
  }
  return { ok: true, token: { kind: isInt ? 'int' : 'double', value, from, to } }
}

function matchLength(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0].length ?? 0
}
