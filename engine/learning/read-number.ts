const plain = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i
const withComma = /^[-+]?\d+,\d+$/

/** The number a cell holds, or null. With `decimalComma`, "1,5" is one and a half; otherwise it is no number. */
export function readNumber(text: string, decimalComma = false): number | null {
  const trimmed = text.trim()
  if (plain.test(trimmed)) return Number(trimmed)
  if (decimalComma && withComma.test(trimmed)) return Number(trimmed.replace(',', '.'))
  return null
}
