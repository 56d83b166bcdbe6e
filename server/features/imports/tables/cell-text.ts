import type { WorkbookParts } from './workbook-parts.ts'

const dayMs = 86_400_000

/**
 * The text of a workbook cell: shared and inline texts as written, formulas as the value they were saved with (nothing
 * is calculated here), dates in ISO form, numbers without exponent, errors (#N/A) as blank.
 */
export function cellText(
  type: string,
  value: string,
  style: number,
  parts: WorkbookParts,
  strings: readonly string[],
): string {
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'true' : 'false'
  if (type === 'e') return ''
  if (type === 'n' && value !== '') {
    const number = Number(value)
    if (!Number.isFinite(number)) return value
    return parts.dateStyles.has(style) ? serialToIso(number, parts.is1904) : plainNumber(number, value)
  }
  return value
}

/** Day 60 of the 1900 calendar is 29 February 1900, a day that never was; from 61 on the count is right. */
function serialToIso(serial: number, is1904: boolean): string {
  const epochMs = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const ms = epochMs + Math.round(serial * 86_400) * 1000
  if (serial < 0 || serial > 2_958_466) return String(serial)
  const iso = new Date(ms).toISOString()
  return ms % dayMs === 0 ? iso.slice(0, 10) : iso.slice(0, 19)
}

function plainNumber(number: number, written: string): string {
  if (!/e/i.test(written)) return written
  return Number.isInteger(number) && Math.abs(number) < 1e21 ? BigInt(number).toString() : String(number)
}
