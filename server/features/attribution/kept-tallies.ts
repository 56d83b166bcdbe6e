import { bookParties, type Tally } from '@ensemble/engine/attribution/touch-book.ts'
import type { TouchPast } from './touch-past.ts'

/** Sums over parties that answer a question, kept up to date as parties change. */
export type KeptTally<A> = { put: Tally; answer(): A }

const MOST = 12
/** What nobody has asked for so long is no longer kept up to date. */
const UNUSED_MS = 15 * 60_000

export type KeptTallies<Q, A> = {
  of(past: TouchPast, question: Q, nowMs: number): KeptTally<A>
  /** Lets go of what was not used lately. */
  tidy(nowMs: number): void
  drop(): void
}

/** Tallies of one kind by what they answer: made with the first question, then changed by what changes. */
export function keptTallies<Q, A>(make: (past: TouchPast, question: Q) => KeptTally<A>): KeptTallies<Q, A> {
  const held = new Map<string, { past: TouchPast; tally: KeptTally<A>; usedAtMs: number }>()
  const drop = (key: string): void => {
    const one = held.get(key)
    one?.past.book.tallies.delete(one.tally.put)
    held.delete(key)
  }
  return {
    of(past, question, nowMs) {
      const key = JSON.stringify(question)
      const known = held.get(key)
      if (known !== undefined && known.past === past) {
        held.delete(key)
        held.set(key, { ...known, usedAtMs: nowMs })
        return known.tally
      }
      const tally = make(past, question)
      tally.put(bookParties(past.book), 1)
      past.book.tallies.add(tally.put)
      held.set(key, { past, tally, usedAtMs: nowMs })
      const oldest = held.keys().next().value
      if (held.size > MOST && oldest !== undefined) drop(oldest)
      return tally
    },
    tidy(nowMs) {
      for (const [key, { usedAtMs }] of held) if (nowMs - usedAtMs > UNUSED_MS) drop(key)
    },
    drop() {
      for (const key of [...held.keys()]) drop(key)
    },
  }
}
