import type { CompiledAgreement, ExpressionContext, Pool } from '../agreement/compiled.ts'
import type { Calendar } from '../worktime/calendar.ts'
import type { PoolBook, Roster, RosterPerson } from './roster.ts'

export type PassedOver = {
  who: string
  why: 'away' | 'inactive' | 'full today' | 'full this week' | 'full this month' | 'had it before'
}
export type Routed = {
  /** Null when nobody of the pool may take it: an alarm, never a silent drop. */
  to: string | null
  pool: string
  clause: string
  passedOver: PassedOver[]
  /** The person's own calendar with the absences known now; null when the agreement's holds. */
  calendar: Calendar | null
}

type Request = {
  context: ExpressionContext
  exclude: readonly string[]
  /** The colleague who owns the company of this lead, if any. */
  accountOwner: string | null
  atMs: number
}

const EMPTY: PoolBook = { taken: new Map(), turns: new Map() }

function isAway(person: RosterPerson, atMs: number): boolean {
  return person.away.some((each) => each.from <= atMs && atMs < each.to)
}

function whyNot(person: RosterPerson, pool: Pool, book: PoolBook, request: Request): PassedOver['why'] | null {
  if (!person.isActive) return 'inactive'
  if (request.exclude.includes(person.id)) return 'had it before'
  if (isAway(person, request.atMs)) return 'away'
  const taken = book.taken.get(person.id)
  if (taken === undefined) return null
  for (const limit of pool.limits) {
    if (taken[limit.per] >= limit.atMost)
      return limit.per === 'day' ? 'full today' : limit.per === 'week' ? 'full this week' : 'full this month'
  }
  return null
}

function membersOf(pool: Pool, roster: Roster): RosterPerson[] {
  const { people } = pool
  if ('team' in people) return roster.people.filter((person) => person.team === people.team)
  return roster.people.filter((person) => person.email !== null && people.emails.includes(person.email))
}

/** Somebody new is next, once: with that lead they stand at the end of the round like everybody else. */
function turnOf(book: PoolBook, id: string): number {
  return book.turns.get(id) ?? 0
}

function isBefore(pool: Pool, book: PoolBook, a: RosterPerson, b: RosterPerson): boolean {
  if (pool.order === 'least loaded' && a.openLeads !== b.openLeads) return a.openLeads < b.openLeads
  const [turnA, turnB] = [turnOf(book, a.id), turnOf(book, b.id)]
  return turnA === turnB ? a.id < b.id : turnA < turnB
}

function calendarFor(agreement: CompiledAgreement, person: RosterPerson): Calendar | null {
  if (person.calendar === null && person.away.length === 0) return null
  const own = person.calendar ?? agreement.calendar
  return { ...own, away: [...own.away, ...person.away] }
}

function pick(agreement: CompiledAgreement, pool: Pool, clause: string, roster: Roster, request: Request): Routed {
  const book = roster.books.get(pool.name) ?? EMPTY
  const passedOver: PassedOver[] = []
  let best: RosterPerson | null = null
  for (const person of membersOf(pool, roster)) {
    const why = whyNot(person, pool, book, request)
    if (why !== null) passedOver.push({ who: person.id, why })
    else if (best === null || isBefore(pool, book, person, best)) best = person
  }
  return {
    to: best?.id ?? null,
    pool: pool.name,
    clause,
    passedOver,
    calendar: best === null ? null : calendarFor(agreement, best),
  }
}

/**
 * Who takes a lead: the first routing clause that holds names the pool, the pool's order names the person. Nobody
 * absent, inactive or at a limit is picked (invariant 6). An account owner who cannot take it lets the next clause decide.
 */
export function routeLead(agreement: CompiledAgreement, roster: Roster, request: Request): Routed {
  const { context } = request
  for (let index = agreement.route(context, 0); index !== -1; index = agreement.route(context, index + 1)) {
    const rule = agreement.routes[index]
    if (rule === undefined) break
    if (rule.to === 'account owner') {
      const owner = roster.people.find((person) => person.id === request.accountOwner)
      if (owner === undefined || !owner.isActive || isAway(owner, request.atMs) || request.exclude.includes(owner.id))
        continue
      return { to: owner.id, pool: '', clause: rule.clause, passedOver: [], calendar: calendarFor(agreement, owner) }
    }
    const pool = agreement.pools.get(rule.to.pool)
    if (pool === undefined) continue
    return pick(agreement, pool, rule.clause, roster, request)
  }
  return { to: null, pool: '', clause: '', passedOver: [], calendar: null }
}
