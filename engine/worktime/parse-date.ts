import { dayMs } from './time-units.ts'

const form = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day number (days since 1970-01-01) of an ISO date, or null when the text is none. */
export function parseDate(text: string): number | null {
  if (!form.test(text)) return null
  const ms = Date.parse(`${text}T00:00:00Z`)
  // Date.parse rolls 30 February over into March.
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text ? null : ms / dayMs
}
