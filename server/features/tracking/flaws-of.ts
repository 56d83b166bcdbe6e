import type { ProblemPlace } from '../../http/problem.ts'
import { isLoose, type Loose } from './loose.ts'

const DEEPEST = 64
const MOST_FLAWS = 10
/** The most one event may weigh: Segment's 32 KB. */
export const MOST_EVENT_BYTES = 32_768

/** A weight no UTF-8 text of it can be below by more than a factor of three; strings, keys and marks. */
type Weighed = { flaws: ProblemPlace[]; roughChars: number; path: string[] }

function flawOf(text: string): string | null {
  if (text.includes('\0')) return 'holds a NUL character'
  return text.isWellFormed() ? null : 'holds half of a character pair'
}

/** What cannot be stored or must not be believed in an event, with its place: broken text, depth, odd numbers, weight. */
export function flawsOf(event: unknown): ProblemPlace[] {
  const weighed: Weighed = { flaws: [], roughChars: 0, path: [] }
  weigh(event, weighed)
  const { flaws, roughChars } = weighed
  if (flaws.length > 0 || roughChars * 3 <= MOST_EVENT_BYTES) return flaws.slice(0, MOST_FLAWS)
  const bytes = Buffer.byteLength(JSON.stringify(event))
  return bytes <= MOST_EVENT_BYTES
    ? []
    : [{ where: 'event', what: `weighs ${bytes} bytes; ${MOST_EVENT_BYTES} is the most` }]
}

function note({ flaws, path }: Weighed, what: string | null, where?: string): void {
  if (what !== null && flaws.length < MOST_FLAWS) flaws.push({ where: (where ?? path.join('.')).slice(0, 200), what })
}

/** The path is kept as it is walked and told only where something is wrong: of a good event no text is made. */
function weigh(value: unknown, weighed: Weighed): void {
  if (typeof value === 'string') {
    weighed.roughChars += value.length + 3
    note(weighed, flawOf(value))
  } else if (typeof value === 'number') {
    weighed.roughChars += 24
    if (!Number.isFinite(value)) note(weighed, 'is a number beyond what a number can be')
  } else if (typeof value !== 'object' || value === null) weighed.roughChars += 6
  else if (weighed.path.length >= DEEPEST) note(weighed, `is nested deeper than ${DEEPEST} levels`)
  else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      weighed.path.push(String(index))
      weigh(value[index], weighed)
      weighed.path.pop()
    }
  } else if (isLoose(value)) weighFields(value, weighed)
}

function weighFields(fields: Loose, weighed: Weighed): void {
  // Parsed from JSON: all that is enumerable is its own, and no list of pairs need be made.
  for (const key in fields) {
    const inner = fields[key]
    weighed.roughChars += key.length + 4
    const what = key === '__proto__' ? 'has a field named __proto__' : flawOf(key)
    if (what !== null) {
      note(weighed, what, weighed.path.join('.') || 'event')
      continue
    }
    weighed.path.push(key)
    weigh(inner, weighed)
    weighed.path.pop()
  }
}
