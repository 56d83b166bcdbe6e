import { type Reading, read, unread } from './reading.ts'

/** The mark before decimals where a number alone does not tell: `1,234` and `1.234`. */
export type DecimalMark = '.' | ','

const marks = /[.,]/g

/** A number as people write it: 1,234.50 and 1.234,50 and 1 234,50 and (1,234.50) and € 12. Exact: the digits are kept as text. */
export function readDecimal(text: string, decimal: DecimalMark): Reading<string> {
  const bare = text
    .trim()
    .replace(/[\s\u00a0\u202f'’_]/g, '')
    .replace(/^(\p{Sc}|[A-Z]{3}|R\$)|(\p{Sc}|[A-Z]{3}|%)$/gu, '')
  const isNegative = /^\(.*\)$|^-|-$/.test(bare)
  const digits = bare.replace(/^[(+-]+(\p{Sc})?|[)-]+$/gu, '')
  if (!/^\d*([.,]\d+)*\.?$/.test(digits) || !/\d/.test(digits))
    return unread('not-a-number', `"${text.trim()}" is not a number`)
  const mark = decimalMarkOf(digits, decimal)
  const [whole = '', fraction = ''] = mark === null ? [digits] : splitAtLast(digits, mark)
  const groups = whole.split(/[.,]/)
  if (groups.length > 1 && groups.slice(1).some((group) => group.length !== 3 && group.length !== 2)) {
    return unread('not-a-number', `"${text.trim()}" is not a number`)
  }
  const plain = `${groups.join('').replace(/^0+(?=\d)/, '') || '0'}${fraction === '' ? '' : `.${fraction}`}`
  return read(isNegative && /[1-9]/.test(plain) ? `-${plain}` : plain)
}

export function readNumber(text: string, decimal: DecimalMark): Reading<number> {
  const reading = readDecimal(text, decimal)
  return reading.ok ? read(Number(reading.value)) : reading
}

/** Whole cents; a third decimal rounds half away from zero. */
export function readCents(text: string, decimal: DecimalMark): Reading<number> {
  const reading = readDecimal(text, decimal)
  if (!reading.ok) return reading
  const isNegative = reading.value.startsWith('-')
  const [whole = '0', fraction = ''] = reading.value.replace('-', '').split('.')
  const cents = Number(`${whole}${fraction.padEnd(2, '0').slice(0, 2)}`) + (Number(fraction[2] ?? 0) >= 5 ? 1 : 0)
  if (!Number.isSafeInteger(cents)) return unread('not-a-number', `"${text.trim()}" is too large`)
  return read(isNegative ? -cents : cents)
}

function decimalMarkOf(digits: string, decimal: DecimalMark): string | null {
  const found = digits.match(marks) ?? []
  const last = found.at(-1)
  if (last === undefined) return null
  const kinds = new Set(found)
  if (kinds.size === 2) return last
  if (found.length > 1) return null
  const after = digits.length - digits.lastIndexOf(last) - 1
  const before = digits.lastIndexOf(last)
  const mayGroup = after === 3 && before >= 1 && before <= 3 && digits[0] !== '0'
  return mayGroup && last !== decimal ? null : last
}

function splitAtLast(digits: string, mark: string): [string, string] {
  const at = digits.lastIndexOf(mark)
  return [digits.slice(0, at), digits.slice(at + 1)]
}
