import type { Pool } from '../agreement/compiled.ts'
import type { PoolBook, RosterPerson } from './roster.ts'
import { type NextRound, weightedTurn } from './weighted-turn.ts'

export type Picked = {
  person: RosterPerson
  /** The lead makes up for one that was rejected: it costs no turn. */
  isCredit: boolean
  /** Where the rounds of a pool with weights stand after it; null for other pools. */
  next: NextRound | null
}

export function weightOf(pool: Pool, person: RosterPerson): number {
  return person.email === null ? 1 : (pool.weights.get(person.email) ?? 1)
}

/** Somebody new is next, once: with that lead they stand at the end of the round like everybody else. */
function turnOf(book: PoolBook, id: string): number {
  return book.turns.get(id) ?? 0
}

/** Below zero when the first comes before the second by the order of the pool; turns and ids settle what is equal. */
function compare(pool: Pool, book: PoolBook, a: RosterPerson, b: RosterPerson): number {
  if (pool.order === 'in this order' && 'emails' in pool.people) {
    const { emails } = pool.people
    return emails.indexOf(a.email ?? '') - emails.indexOf(b.email ?? '')
  }
  if (pool.order === 'least loaded') {
    const load = a.openLeads / weightOf(pool, a) - b.openLeads / weightOf(pool, b)
    if (load !== 0) return load
  }
  const turn = turnOf(book, a.id) - turnOf(book, b.id)
  return turn === 0 ? (a.id < b.id ? -1 : 1) : turn
}

function firstOf(pool: Pool, book: PoolBook, free: readonly RosterPerson[]): RosterPerson | null {
  let best: RosterPerson | null = null
  for (const person of free) if (best === null || compare(pool, book, person, best) < 0) best = person
  return best
}

/** Who of those who are free is next by the pool's order. `others` are the members who are not free. */
export function pickPerson(
  pool: Pool,
  book: PoolBook,
  free: readonly RosterPerson[],
  others: readonly RosterPerson[],
): Picked | null {
  if (pool.order === 'round robin') {
    const owed = firstOf(
      pool,
      book,
      free.filter((person) => (book.credits.get(person.id) ?? 0) > 0),
    )
    if (owed !== null) return { person: owed, isCredit: true, next: null }
    if (pool.weights.size > 0) {
      const turn = weightedTurn(book, free, others, (person) => weightOf(pool, person))
      return turn === null ? null : { person: turn.person, isCredit: false, next: turn.next }
    }
  }
  const person = firstOf(pool, book, free)
  return person === null ? null : { person, isCredit: false, next: null }
}
