import { type DecimalMark, readNumber } from '../../features/imports/values/read-number.ts'

const PLAIN = /^[+-]?\d+(?:\.(\d+))?$/
const SCIENTIFIC = /^[+-]?(?:\d+\.?\d*|\.\d+)e[+-]?\d+$/i

/** A number and how many decimals it was written with; null when the text is none. Blank, NA and null are 0. */
export function readAmount(text: string, mark: DecimalMark): { value: number; decimals: number } | null {
  const written = text.trim()
  if (written === '' || /^(na|n\/a|nan|null|none|-)$/i.test(written)) return { value: 0, decimals: 0 }
  const plain = PLAIN.exec(written)
  if (plain && (mark === '.' || plain[1] === undefined || plain[1].length !== 3))
    return finite(Number(written), plain[1]?.length ?? 0)
  if (SCIENTIFIC.test(written)) {
    const value = Number(written)
    return finite(value, decimalsOf(value))
  }
  const read = readNumber(written, mark)
  return read.ok ? finite(read.value, decimalsOf(read.value)) : null
}

function finite(value: number, decimals: number): { value: number; decimals: number } | null {
  return Number.isFinite(value) ? { value, decimals } : null
}

function decimalsOf(value: number): number {
  const text = String(value)
  const [, exponent] = text.split('e')
  if (exponent !== undefined) return Math.max(0, -Number(exponent) + (text.split('e')[0]?.split('.')[1]?.length ?? 0))
  return text.split('.')[1]?.length ?? 0
}
