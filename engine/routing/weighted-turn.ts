import type { PoolBook, RosterPerson } from './roster.ts'

/** Where the rounds stand after a lead: the moment of the rounds, and how far each person is served. */
export type NextRound = { now: number; finish: ReadonlyMap<string, number> }

const NEARLY = 1e-9

/**
 * Whose turn it is in a round robin with weights, among those who are free. Rounds have a time of their own: one lead
 * moves it by 1 / (sum of the weights of the free), and serves its owner for 1 / weight. Of those whose next share has begun the
 * one whose share ends first is next (worst-case fair weighted queueing, Bennett and Zhang 1996; the earliest-deadline
 * proof of Baruah et al. 1996): as long as the same people are free, nobody is ever a whole lead away from their exact share.
 * Whoever is not free loses no turn already owed to others: they go on from the moment at which they come back.
 */
export function weightedTurn(
  book: PoolBook,
  free: readonly RosterPerson[],
  others: readonly RosterPerson[],
  weightOf: (person: RosterPerson) => number,
): { person: RosterPerson; next: NextRound } | null {
  const { now, finish } = book.rounds
  const total = free.reduce((sum, person) => sum + weightOf(person), 0)
  if (total <= 0) return null
  const end = now + 1 / total
  let best: { person: RosterPerson; until: number; hasBegun: boolean } | null = null
  for (const person of free) {
    const from = finish.get(person.id) ?? now
    const until = from + 1 / weightOf(person)
    const hasBegun = from < end - NEARLY
    const isBefore =
      best === null ||
      (hasBegun !== best.hasBegun
        ? hasBegun
        : Math.abs(until - best.until) > NEARLY
          ? until < best.until
          : person.id < best.person.id)
    if (isBefore) best = { person, until, hasBegun }
  }
  if (best === null) return null
  const moved = new Map(finish)
  // Whoever is new begins now, and is owed their share from now on.
  for (const person of free) if (!moved.has(person.id)) moved.set(person.id, now)
  // Those who are passed over wait in place: what they missed is not made up for.
  for (const person of others) moved.set(person.id, Math.max(finish.get(person.id) ?? end, end))
  moved.set(best.person.id, best.until)
  return { person: best.person, next: { now: end, finish: moved } }
}
