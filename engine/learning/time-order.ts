import { readNumber } from './read-number.ts'

export type TimeOrder =
  | { readonly ok: true; readonly rows: Uint32Array }
  | { readonly ok: false; readonly reason: string }

const iso = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/

/**
 * Rows from the earliest to the latest by a column of numbers or ISO dates; equal times keep their order. A column that holds
 * anything else, or a blank, cannot order rows.
 */
export function timeOrder(texts: readonly string[]): TimeOrder {
  const keys = new Float64Array(texts.length)
  for (let row = 0; row < texts.length; row += 1) {
    const text = texts[row] ?? ''
    const key = readNumber(text) ?? dateOf(text)
    if (Number.isNaN(key)) {
      const said = text === '' ? 'blank' : `"${text}"`
      return { ok: false, reason: `row ${row + 2} is ${said}: every row needs a number or a date such as 2026-11-25` }
    }
    keys[row] = key
  }
  const rows = Uint32Array.from(keys, (_, row) => row)
  return { ok: true, rows: rows.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b) }
}

/** Epoch ms; a time without an offset is read as UTC, for only the order matters. */
function dateOf(text: string): number {
  const parts = iso.exec(text)
  if (parts === null) return Number.NaN
  const [, time, , , offset] = parts
  return Date.parse(`${text.replace(' ', 'T')}${time !== undefined && offset === undefined ? 'Z' : ''}`)
}
