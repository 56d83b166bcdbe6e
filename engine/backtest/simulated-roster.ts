import type { CompiledAgreement, ExpressionContext } from '../agreement/compiled.ts'
import type { RouteAsk } from '../lifecycle/state.ts'
import { countHandOver, giveTurnBack } from '../routing/count-hand-over.ts'
import { emptyBook, type PoolBook, type Roster, type RosterPerson } from '../routing/roster.ts'
import { type Routed, routeLead } from '../routing/route-lead.ts'
import { windowStarts } from '../routing/window-starts.ts'
import type { Calendar } from '../worktime/calendar.ts'
import { turnQueue } from './queue.ts'

export type SimulatedRoster = {
  /** Who takes a lead at a moment; moments never go back. Counts the hand-over. */
  route(context: ExpressionContext, ask: RouteAsk, atMs: number): Routed
  /** A lead handed over at `routedAtMs` was rejected as the agreement allows: its turn and limits are given back. */
  giveBack(pool: string, who: string, routedAtMs: number): void
  /** Somebody got or gave up an open lead at a moment, told in any order before the roster comes to it. */
  moveLoad(atMs: number, who: string, by: 1 | -1): void
  /** Whether anybody at all could ever take a lead of this pool. */
  hasAnybody(pool: string): boolean
}

const QUARTER_MS = 900_000

/**
 * The people of the pools as they are, over the time of a back-test: turns, limits per day, week and month, absences and
 * open leads move on as leads are handed over, as they would have. Who owned which company then is not known: nobody does.
 */
export function simulatedRoster(agreement: CompiledAgreement, people: readonly RosterPerson[]): SimulatedRoster {
  const books = new Map<string, PoolBook>([...agreement.pools.keys()].map((pool) => [pool, emptyBook()]))
  const crew = people.map((person) => ({ ...person, openLeads: 0 }))
  const byId = new Map(crew.map((person) => [person.id, person]))
  const roster: Roster = { people: crew, books }
  const calendars = new Map<string, Calendar>()
  const isByLoad = [...agreement.pools.values()].some((pool) => pool.order === 'least loaded')
  const loads = turnQueue<{ who: string; by: number }>()
  let quarter = Number.NaN
  let began = { day: Number.NaN, week: Number.NaN, month: Number.NaN }

  const turnPage = (atMs: number): void => {
    const now = Math.floor(atMs / QUARTER_MS)
    if (now === quarter) return
    quarter = now
    const starts = windowStarts(agreement.calendar.zone, atMs)
    const isNew = {
      day: starts.day !== began.day,
      week: starts.week !== began.week,
      month: starts.month !== began.month,
    }
    began = starts
    if (!isNew.day) return
    for (const book of books.values())
      for (const taken of book.taken.values()) {
        taken.day = 0
        if (isNew.week) taken.week = 0
        if (isNew.month) taken.month = 0
      }
  }
  const takeLoads = (atMs: number): void => {
    if (!isByLoad) return
    for (let next = loads.first(); next !== undefined && next.at <= atMs; next = loads.first()) {
      loads.take()
      const person = byId.get(next.item.who)
      if (person !== undefined) person.openLeads += next.item.by
    }
  }
  const count = (routed: Routed): void => {
    const person = routed.to === null ? undefined : byId.get(routed.to)
    const openLeads = person?.openLeads ?? 0
    countHandOver(roster, routed)
    // Loads are told by `moveLoad`, with the moment at which each lead begins and ends.
    if (person !== undefined) person.openLeads = openLeads
  }
  return {
    route(context, { why, exclude }, atMs) {
      turnPage(atMs)
      takeLoads(atMs)
      const routed = routeLead(agreement, roster, { context, why, exclude, accountOwner: null, atMs })
      count(routed)
      if (routed.to === null || routed.calendar === null) return routed
      // One calendar object for each person: its tables are remembered by identity.
      const calendar = calendars.get(routed.to) ?? routed.calendar
      calendars.set(routed.to, calendar)
      return { ...routed, calendar }
    },
    giveBack(pool, who, routedAtMs) {
      const within = (start: number): number => (routedAtMs >= start ? 1 : 0)
      const { day, week, month } = began
      giveTurnBack(roster, pool, who, { day: within(day), week: within(week), month: within(month) })
    },
    moveLoad(atMs, who, by) {
      if (isByLoad) loads.add({ at: atMs, key: who, item: { who, by } })
    },
    hasAnybody(name) {
      const pool = agreement.pools.get(name)
      if (pool === undefined) return false
      const { people: named } = pool
      return crew.some(
        (person) =>
          person.isActive &&
          ('team' in named ? person.team === named.team : person.email !== null && named.emails.includes(person.email)),
      )
    },
  }
}
