import type { ProblemPlace } from '../../http/problem.ts'

const DEEPEST = 64
const MOST_FLAWS = 10
/** The most one event may weigh: Segment's 32 KB. */
export const MOST_EVENT_BYTES = 32_768

type At = { value: unknown; where: string; depth: number }

/** A weight no UTF-8 text of it can be below by more than a factor of three; strings, keys and marks. */
type Weighed = { flaws: ProblemPlace[]; roughChars: number }

function flawOf(text: string): string | null {
  if (text.includes('\0')) return 'holds a NUL character'
  return text.isWellFormed() ? null : 'holds half of a character pair'
}

/** What cannot be stored or must not be believed in an event, with its place: broken text, depth, odd numbers, weight. */
export function flawsOf(event: unknown): ProblemPlace[] {
  const { flaws, roughChars } = weigh(event)
  if (flaws.length > 0 || roughChars * 3 <= MOST_EVENT_BYTES) return flaws
  const bytes = Buffer.byteLength(JSON.stringify(event))
  return bytes <= MOST_EVENT_BYTES
    ? []
    : [{ where: 'event', what: `weighs ${bytes} bytes; ${MOST_EVENT_BYTES} is the most` }]
}

function weigh(event: unknown): Weighed {
  const flaws: ProblemPlace[] = []
  const rest: At[] = [{ value: event, where: '', depth: 0 }]
  let roughChars = 0
  for (let one = rest.pop(); one !== undefined && flaws.length < MOST_FLAWS; one = rest.pop()) {
    const { value, where, depth } = one
    if (typeof value === 'string') {
      roughChars += value.length + 3
      const what = flawOf(value)
      if (what !== null) flaws.push({ where, what })
    } else if (typeof value === 'number') {
      roughChars += 24
      if (!Number.isFinite(value)) flaws.push({ where, what: 'is a number beyond what a number can be' })
    } else if (typeof value === 'object' && value !== null) {
      if (depth >= DEEPEST) flaws.push({ where, what: `is nested deeper than ${DEEPEST} levels` })
      else
        for (const [key, inner] of Object.entries(value)) {
          roughChars += key.length + 4
          const what = key === '__proto__' ? 'has a field named __proto__' : flawOf(key)
          if (what !== null) flaws.push({ where: where || 'event', what })
          else rest.push({ value: inner, where: where === '' ? key : `${where}.${key}`, depth: depth + 1 })
        }
    } else roughChars += 6
  }
  return { flaws: flaws.map((flaw) => ({ ...flaw, where: flaw.where.slice(0, 200) })), roughChars }
}
