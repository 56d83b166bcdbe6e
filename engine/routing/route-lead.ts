import type { CompiledAgreement, ExpressionContext, Pool, RouteRule } from '../agreement/compiled.ts'
import type { RouteAsk } from '../lifecycle/state.ts'
import type { Calendar } from '../worktime/calendar.ts'
import { isWorkingAt } from '../worktime/is-working-at.ts'
import { nextWorkingMoment } from '../worktime/next-working-moment.ts'
import { wantedBy } from './needs.ts'
import { pickPerson } from './pick-person.ts'
import { emptyBook, type Roster, type RosterPerson } from './roster.ts'
import { routingContext } from './routing-context.ts'
import type { NextRound } from './weighted-turn.ts'
import { calendarFor, type WhyNot, whoIsFree, whyNotPerson } from './who-is-free.ts'

/** Somebody who could not take it. Clause and pool are told where they are not those of the answer. */
export type PassedOver = { who: string; why: WhyNot; clause?: string; pool?: string }
/** A clause that came before the one that decided, and why it did not decide. */
export type Considered = {
  clause: string
  why:
    | 'does not hold'
    | 'nobody owns the company'
    | 'the owner of the company cannot take it'
    | 'outside every territory'
    | 'in no list of named accounts'
    | 'nobody free'
    | 'outside working hours'
}
export type RoutingRule = 'everybody had it before' | 'everybody had it before: whoever had it longest ago'
export type Routed = {
  /** Null when nobody of the pool may take it: an alarm, never a silent drop. */
  to: string | null
  pool: string
  clause: string
  passedOver: PassedOver[]
  /** The clauses before it, in their order. */
  considered: Considered[]
  /** Later clauses that hold as well, and lost because this one stands before them. */
  outranked: string[]
  rule: RoutingRule | null
  /** The pool that was meant, when nobody of it was free and its fallback took the lead. */
  insteadOf: string | null
  /** The lead makes up for a rejected one: it costs no turn. */
  isCredit: boolean
  /** With nobody: the moment at which working hours begin again, when that is all that is waited for. */
  waitUntil: number | null
  /** The person's own calendar with the absences known now; null when the agreement's holds. */
  calendar: Calendar | null
  /** Where the rounds of a pool with weights stand after it. Part of the roster, not of the fact. */
  next: NextRound | null
}

export type RouteRequest = {
  context: ExpressionContext
  why: RouteAsk['why']
  exclude: readonly string[]
  /** The colleague who owns the company of this lead, if any. */
  accountOwner: string | null
  atMs: number
}

type Search = {
  agreement: CompiledAgreement
  roster: Roster
  request: RouteRequest
  context: ExpressionContext
  owner: RosterPerson | null
  considered: Considered[]
  passedOver: PassedOver[]
}

const NOBODY: Routed = {
  to: null,
  pool: '',
  clause: '',
  passedOver: [],
  considered: [],
  outranked: [],
  rule: null,
  insteadOf: null,
  isCredit: false,
  waitUntil: null,
  calendar: null,
  next: null,
}
const MOST_OUTRANKED = 20
/** What a clause came to: an answer, or the reason for which the next one is asked. */
type Tried = { routed: Routed } | { skip: Considered['why'] }

function languageOf(search: Search): unknown {
  const { person } = search.context
  return typeof person === 'object' && person !== null && 'language' in person ? person.language : undefined
}

function toOwner(search: Search, rule: RouteRule): Tried {
  const { owner, request, agreement } = search
  if (owner === null) return { skip: 'nobody owns the company' }
  const wanted = wantedBy([rule.needs], languageOf(search))
  const why = whyNotPerson(owner, wanted, request.exclude, request.atMs)
  if (why === null)
    return { routed: { ...NOBODY, to: owner.id, clause: rule.clause, calendar: calendarFor(agreement, owner) } }
  search.passedOver.push({ who: owner.id, why, clause: rule.clause })
  return { skip: 'the owner of the company cannot take it' }
}

/** When everybody else is passed over, whoever had the lead longest ago takes it again; asked only after nobody was found. */
function askAgain(search: Search, rule: RouteRule, pool: Pool): Routed | null {
  const { agreement, roster, request } = search
  if (request.why !== 'nobody free' || request.exclude.length === 0) return null
  const book = roster.books.get(pool.name) ?? emptyBook()
  const wanted = wantedBy([rule.needs, pool.needs], languageOf(search))
  const { free } = whoIsFree(agreement, pool, roster, book, { wanted, exclude: [], atMs: request.atMs })
  const places = free.map((person) => request.exclude.indexOf(person.id)).filter((place) => place !== -1)
  const person = free.find((each) => each.id === request.exclude[Math.min(...places)])
  if (person === undefined) return null
  const calendar = calendarFor(agreement, person)
  const why = 'everybody had it before: whoever had it longest ago'
  return { ...NOBODY, to: person.id, pool: pool.name, clause: rule.clause, rule: why, calendar }
}

function isHadByAll(others: readonly { why: WhyNot }[]): boolean {
  const here = others.filter((each) => each.why !== 'inactive')
  return here.length > 0 && here.every((each) => each.why === 'had it before')
}

type PoolTried = { routed: Routed } | { nobody: true; backAt: number | null; hadIt: boolean }

function tryPool(search: Search, rule: RouteRule, pool: Pool): PoolTried {
  const { agreement, roster, request } = search
  const book = roster.books.get(pool.name) ?? emptyBook()
  const wanted = wantedBy([rule.needs, pool.needs], languageOf(search))
  const ask = { wanted, exclude: request.exclude, atMs: request.atMs }
  const { free, others, backAt } = whoIsFree(agreement, pool, roster, book, ask)
  for (const { person, why } of others)
    search.passedOver.push({ who: person.id, why, clause: rule.clause, pool: pool.name })
  const picked = pickPerson(
    pool,
    book,
    free,
    others.map((each) => each.person),
  )
  if (picked === null) return { nobody: true, backAt, hadIt: isHadByAll(others) }
  const { person, isCredit, next } = picked
  const calendar = calendarFor(agreement, person)
  return { routed: { ...NOBODY, to: person.id, pool: pool.name, clause: rule.clause, isCredit, next, calendar } }
}

/** A pool with its fallbacks: the first of them with somebody free. */
function toPool(search: Search, rule: RouteRule, meant: Pool): Tried {
  const { agreement, request } = search
  const closedUntil =
    meant.hours === null || isWorkingAt(meant.hours, request.atMs) ? null : nextWorkingMoment(meant.hours, request.atMs)
  const waiting = { ...NOBODY, pool: meant.name, clause: rule.clause }
  if (meant.hours !== null && closedUntil !== null) {
    if (meant.outsideHours === 'next clause') return { skip: 'outside working hours' }
    return { routed: { ...waiting, waitUntil: closedUntil } }
  }
  let hadIt = false
  const tried = new Set<string>()
  for (let pool: Pool | undefined = meant; pool !== undefined && !tried.has(pool.name); ) {
    tried.add(pool.name)
    const found = tryPool(search, rule, pool)
    if ('routed' in found) return { routed: { ...found.routed, insteadOf: pool === meant ? null : meant.name } }
    if (found.backAt !== null) {
      if (pool.outsideHours === 'next clause') return { skip: 'outside working hours' }
      return { routed: { ...waiting, waitUntil: found.backAt } }
    }
    hadIt ||= found.hadIt
    pool = pool.fallback === null ? undefined : agreement.pools.get(pool.fallback)
  }
  if (rule.ifNobody === 'next clause') return { skip: 'nobody free' }
  const again = askAgain(search, rule, meant)
  if (again !== null) return { routed: again }
  return { routed: { ...waiting, rule: hadIt ? 'everybody had it before' : null } }
}

function tryRule(search: Search, rule: RouteRule): Tried {
  const { agreement, context } = search
  if (rule.to === 'account owner') return toOwner(search, rule)
  if (rule.to === 'territory') {
    const territory = typeof context.territory === 'string' ? agreement.territories.get(context.territory) : undefined
    const pool = territory === undefined ? undefined : agreement.pools.get(territory.pool ?? '')
    return pool === undefined ? { skip: 'outside every territory' } : toPool(search, rule, pool)
  }
  if (rule.to === 'named account') {
    const { account } = context
    const list = typeof account === 'object' && account !== null && 'named_in' in account ? account.named_in : undefined
    const pool = agreement.pools.get((typeof list === 'string' ? agreement.namedAccounts.lists.get(list) : null) ?? '')
    return pool === undefined ? { skip: 'in no list of named accounts' } : toPool(search, rule, pool)
  }
  const pool = agreement.pools.get(rule.to.pool)
  return pool === undefined ? { skip: 'nobody free' } : toPool(search, rule, pool)
}

function outrankedBy(search: Search, index: number): string[] {
  const { agreement, context } = search
  const outranked: string[] = []
  for (let next = agreement.route(context, index + 1); next !== -1; next = agreement.route(context, next + 1)) {
    outranked.push(agreement.routes[next]?.clause ?? '')
    if (outranked.length === MOST_OUTRANKED) break
  }
  return outranked
}

/** Clause and pool are told only where they are not those of the answer. */
function told(passedOver: readonly PassedOver[], routed: Routed): PassedOver[] {
  return passedOver.map(({ who, why, clause, pool }) => ({
    who,
    why,
    ...(clause === routed.clause ? {} : { clause }),
    ...(pool === undefined || pool === routed.pool ? {} : { pool }),
  }))
}

/**
 * Who takes a lead: the routing clauses in their order; the first that holds names an owner or a pool, and the pool's
 * order names the person. Nobody absent, inactive, at a limit or without what is asked for is picked (invariant 6). A clause
 * that says so lets the next one decide when nobody of its pool is free; otherwise the lead waits. Pure: the answer depends
 * on the arguments alone and says all that it depended on.
 */
export function routeLead(agreement: CompiledAgreement, roster: Roster, request: RouteRequest): Routed {
  const owner = roster.people.find((person) => person.id === request.accountOwner) ?? null
  const context = routingContext(agreement, request.context, owner, request.atMs)
  const search: Search = { agreement, roster, request, context, owner, considered: [], passedOver: [] }
  let asked = 0
  const notHolding = (until: number): void => {
    for (; asked < until; asked++)
      search.considered.push({ clause: agreement.routes[asked]?.clause ?? '', why: 'does not hold' })
    asked = until + 1
  }
  for (let index = agreement.route(context, 0); index !== -1; index = agreement.route(context, index + 1)) {
    const rule = agreement.routes[index]
    if (rule === undefined) break
    notHolding(index)
    const tried = tryRule(search, rule)
    if ('skip' in tried) {
      search.considered.push({ clause: rule.clause, why: tried.skip })
      continue
    }
    const { routed } = tried
    const { considered } = search
    return { ...routed, passedOver: told(search.passedOver, routed), considered, outranked: outrankedBy(search, index) }
  }
  notHolding(agreement.routes.length)
  return { ...NOBODY, passedOver: told(search.passedOver, NOBODY), considered: search.considered }
}
