import type { Roster, Taken } from './roster.ts'
import type { Routed } from './route-lead.ts'

/** Moves the roster on by one lead handed over, so that the next choice sees it: load, limits, turns and rounds. */
export function countHandOver(roster: Roster, routed: Routed): void {
  const { to, pool } = routed
  if (to === null) return
  const person = roster.people.find((each) => each.id === to)
  if (person !== undefined) person.openLeads += 1
  const book = roster.books.get(pool)
  if (book === undefined) return
  const taken = book.taken.get(to) ?? { day: 0, week: 0, month: 0 }
  book.taken.set(to, { day: taken.day + 1, week: taken.week + 1, month: taken.month + 1 })
  if (routed.isCredit) {
    book.credits.set(to, (book.credits.get(to) ?? 0) - 1)
    return
  }
  let last = 0
  for (const turn of book.turns.values()) last = Math.max(last, turn)
  book.turns.set(to, last + 1)
  if (routed.next !== null) book.rounds = { now: routed.next.now, finish: new Map(routed.next.finish) }
}

/** Gives back what a lead cost that was rejected with good reason: the turn, and its place in the limits of the periods it fell in. */
export function giveTurnBack(roster: Roster, pool: string, who: string, during: Taken): void {
  const book = roster.books.get(pool)
  if (book === undefined) return
  book.credits.set(who, (book.credits.get(who) ?? 0) + 1)
  const taken = book.taken.get(who)
  if (taken === undefined) return
  book.taken.set(who, {
    day: taken.day - during.day,
    week: taken.week - during.week,
    month: taken.month - during.month,
  })
}
