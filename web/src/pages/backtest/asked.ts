import { addDays, isDate } from '../funnel/cohort.ts'
import type { Segment } from './queries.ts'

/** Which leads something is tried on: first met from the first to the last of these days, of a segment. */
export type Asked = { from: string; last: string; segment: Segment }

export function isPeriod({ from, last }: Asked): boolean {
  return isDate(from) && isDate(last) && from <= last
}

/** As the server takes it: `to` is the day after the last, and what was left empty is not there. */
export function bodyOf({ from, last, segment: { when, ...traits } }: Asked): {
  from: string
  to: string
  segment: Segment
} {
  const text = when?.trim() ?? ''
  return { from, to: addDays(last, 1), segment: text === '' ? traits : { ...traits, when: text } }
}
