import { momentOf } from './local-time.ts'
import { parseDate } from './parse-date.ts'
import { dayMs, minuteMs } from './time-units.ts'

const form = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i

/**
 * Epoch milliseconds of an ISO 8601 moment; without an offset it is what the wall clock of `zone` shows, without a time its
 * midnight. Null when the text is no moment.
 */
export function parseMoment(text: string, zone: string): number | null {
  const parts = form.exec(text.trim())
  if (!parts) return null
  const [, date = '', hour = '0', minute = '0', second = '0', fraction = '0', offset] = parts
  const day = parseDate(date)
  const seconds = Number(second) + Number(fraction)
  const timeMs = (Number(hour) * 60 + Number(minute)) * minuteMs + Math.floor(seconds * 1000)
  if (day === null || timeMs > dayMs || Number(minute) > 59 || seconds >= 60) return null
  return offset === undefined ? momentOf(zone, { day, timeMs }) : day * dayMs + timeMs - offsetOf(offset)
}

function offsetOf(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2))
  return (offset.startsWith('-') ? -minutes : minutes) * minuteMs
}
