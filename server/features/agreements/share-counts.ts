import type { Counts } from './count-decisions.ts'

type Answer = Map<string, Counts>
type Shared = { answer: Promise<Answer>; untilMs: number }

/** What costs less than this is asked anew each time. */
const CHEAP_MS = 250
/** An answer is shown again for this many times as long as it took. */
const FACTOR = 20

const shared = new WeakMap<object, Map<number, Shared>>()

/**
 * The counts of a version. On a large company those who look within seconds of each other are shown the same numbers, and
 * the database is asked once; on a small one every look is fresh. `owner` is the installation asked.
 */
export async function shareCounts(
  owner: object,
  version: number,
  nowMs: number,
  count: () => Promise<Answer>,
): Promise<Answer> {
  const answers = shared.get(owner) ?? new Map<number, Shared>()
  shared.set(owner, answers)
  const known = answers.get(version)
  if (known !== undefined && known.untilMs > nowMs) return known.answer
  const began = performance.now()
  const entry: Shared = { answer: count(), untilMs: nowMs + CHEAP_MS }
  answers.set(version, entry)
  try {
    const answer = await entry.answer
    const tookMs = performance.now() - began
    if (tookMs > CHEAP_MS) entry.untilMs = nowMs + tookMs * FACTOR
    else answers.delete(version)
    return answer
  } catch (error) {
    answers.delete(version)
    throw error
  }
}
