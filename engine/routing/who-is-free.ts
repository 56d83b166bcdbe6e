import type { CompiledAgreement, Pool } from '../agreement/compiled.ts'
import type { Calendar } from '../worktime/calendar.ts'
import { isWorkingAt } from '../worktime/is-working-at.ts'
import { nextWorkingMoment } from '../worktime/next-working-moment.ts'
import { type Wanted, whatLacks } from './needs.ts'
import type { PoolBook, Roster, RosterPerson, Taken } from './roster.ts'

export type WhyNot =
  | 'away'
  | 'inactive'
  | 'not at work'
  | 'full today'
  | 'full this week'
  | 'full this month'
  | 'pool full today'
  | 'pool full this week'
  | 'pool full this month'
  | 'had it before'
  | `does not speak ${string}`
  | `lacks the skill ${string}`

export type Free = {
  free: RosterPerson[]
  /** Members who are not free, with the first reason that holds. */
  others: { person: RosterPerson; why: WhyNot }[]
  /** When the first of those who could take it but for the hour is at work again. */
  backAt: number | null
}

const ENDS = { day: 'today', week: 'this week', month: 'this month' } as const

/** The people of a pool, in the order in which the document names them when it names them one by one. */
export function membersOf(pool: Pool, roster: Roster): RosterPerson[] {
  const { people } = pool
  if ('team' in people) return roster.people.filter((person) => person.team === people.team)
  return roster.people.filter((person) => person.email !== null && people.emails.includes(person.email))
}

/** The calendar a person works by: the agreement's or their own, with the absences known now; null for the agreement's as it stands. */
export function calendarFor(agreement: CompiledAgreement, person: RosterPerson): Calendar | null {
  if (person.calendar === null && person.away.length === 0) return null
  const own = person.calendar ?? agreement.calendar
  return { ...own, away: [...own.away, ...person.away] }
}

/** Why somebody cannot take any lead at all, or this one, whatever the pool. */
export function whyNotPerson(
  person: RosterPerson,
  wanted: Wanted,
  exclude: readonly string[],
  atMs: number,
): WhyNot | null {
  if (!person.isActive) return 'inactive'
  if (exclude.includes(person.id)) return 'had it before'
  if (person.away.some((each) => each.from <= atMs && atMs < each.to)) return 'away'
  return whatLacks(person, wanted)
}

function totalOf(book: PoolBook): Taken {
  const total = { day: 0, week: 0, month: 0 }
  for (const taken of book.taken.values()) {
    total.day += taken.day
    total.week += taken.week
    total.month += taken.month
  }
  return total
}

function whyPoolIsFull(pool: Pool, book: PoolBook): WhyNot | null {
  if (pool.limitsTogether.length === 0) return null
  const total = totalOf(book)
  const full = pool.limitsTogether.find((limit) => total[limit.per] >= limit.atMost)
  return full === undefined ? null : `pool full ${ENDS[full.per]}`
}

function whyFull(pool: Pool, book: PoolBook, person: RosterPerson): WhyNot | null {
  const taken = book.taken.get(person.id)
  const full = taken === undefined ? undefined : pool.limits.find((limit) => taken[limit.per] >= limit.atMost)
  return full === undefined ? null : `full ${ENDS[full.per]}`
}

type Ask = { wanted: Wanted; exclude: readonly string[]; atMs: number }

/** Who of a pool may take a lead now, and why the others may not. */
export function whoIsFree(agreement: CompiledAgreement, pool: Pool, roster: Roster, book: PoolBook, ask: Ask): Free {
  const found: Free = { free: [], others: [], backAt: null }
  const poolIsFull = whyPoolIsFull(pool, book)
  for (const person of membersOf(pool, roster)) {
    const why = whyNotPerson(person, ask.wanted, ask.exclude, ask.atMs) ?? poolIsFull ?? whyFull(pool, book, person)
    if (why !== null) {
      found.others.push({ person, why })
      continue
    }
    const calendar = pool.isOnlyWhenWorking ? (calendarFor(agreement, person) ?? agreement.calendar) : null
    if (calendar === null || isWorkingAt(calendar, ask.atMs)) {
      found.free.push(person)
      continue
    }
    found.others.push({ person, why: 'not at work' })
    const back = nextWorkingMoment(calendar, ask.atMs)
    if (back !== null) found.backAt = Math.min(found.backAt ?? back, back)
  }
  return found
}
