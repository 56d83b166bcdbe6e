import { windowStarts } from '../routing/window-starts.ts'
import { capacityOf } from './capacity.ts'
import type { BacktestFigures, SellerLoad } from './figures.ts'
import type { MeasureInput, Side } from './measure.ts'
import type { ScoredPair } from './verdicts.ts'

const DAY_MS = 86_400_000

export type WeeklyLoad = Omit<BacktestFigures['load'], 'sellers' | 'unroutable'>
type Handed = { total: Map<number, number>; weekly: Map<number, Map<number, number>> }

/** `total`: leads first given to each. `weekly`: every hand-over, later ones too, for each is work for who gets it. */
function handedOf({ work, agreement }: Side, isIn: Uint8Array): Handed {
  const total = new Map<number, number>()
  const weekly = new Map<number, Map<number, number>>()
  const weekOf = weekReader(agreement.calendar.zone)
  const isSeen = new Uint8Array(isIn.length)
  for (const [i, person] of work.handed.person.entries()) {
    if (isIn[person] !== 1) continue
    const seller = work.handed.seller[i] ?? 0
    const week = weekOf(work.handed.at[i] ?? 0)
    if (isSeen[person] !== 1) total.set(seller, (total.get(seller) ?? 0) + 1)
    isSeen[person] = 1
    const weeks = weekly.get(seller) ?? new Map<number, number>()
    weekly.set(seller, weeks.set(week, (weeks.get(week) ?? 0) + 1))
  }
  return { total, weekly }
}

function weekReader(zone: string): (atMs: number) => number {
  const known = new Map<number, number>()
  return (atMs) => {
    const hour = Math.floor(atMs / 3_600_000)
    const found = known.get(hour)
    if (found !== undefined) return found
    const { week } = windowStarts(zone, atMs)
    known.set(hour, week)
    return week
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** What the period would have brought to sales, week by week and seller by seller, against what the pools can take. */
export function loadOf(input: MeasureInput): BacktestFigures['load'] {
  const { draft, inForce, cohort, roster, fromMs, toMs } = input
  const weeksLong = weeksOfPeriod(input)
  const isIn = new Uint8Array(draft.track.history.people.length)
  for (const person of cohort) isIn[person] = 1
  const capacity = capacityOf(draft.agreement, roster, fromMs, toMs)
  const [a, b] = [handedOf(draft, isIn), handedOf(inForce, isIn)]
  const sellers: SellerLoad[] = []
  for (const [index, person] of roster.entries()) {
    const [mine, before] = [a.total.get(index) ?? 0, b.total.get(index) ?? 0]
    if (mine === 0 && before === 0 && !capacity.bySeller.has(index)) continue
    const limit = capacity.bySeller.get(index) ?? 0
    sellers.push({
      seller: person.id,
      draft: mine,
      inForce: before,
      draftPerWeek: round(sumOf(a.weekly.get(index)) / weeksLong),
      draftBusiest: Math.max(0, ...(a.weekly.get(index)?.values() ?? [])),
      capacityPerWeek: Number.isFinite(limit) ? round(limit) : null,
    })
  }
  return {
    ...weeklyLoadOf(input, capacity.perWeek),
    sellers: sellers.sort((one, other) => other.draft - one.draft || (one.seller < other.seller ? -1 : 1)),
    unroutable: { draft: unroutable(draft, cohort), inForce: unroutable(inForce, cohort) },
  }
}

/** Weeks of seven days; a shorter period counts as one. */
function weeksOfPeriod({ fromMs, toMs }: Pick<ScoredPair, 'fromMs' | 'toMs'>): number {
  return Math.max(1, (toMs - fromMs) / (7 * DAY_MS))
}

/** How many leads qualify week by week, beside what the pools can take a week (null: without limit). */
export function weeklyLoadOf(pair: ScoredPair, capacityPerWeek: number | null): WeeklyLoad {
  const weeks = weeksOf(pair)
  const weeksLong = weeksOfPeriod(pair)
  return {
    weeks,
    capacityPerWeek: capacityPerWeek === null ? null : round(capacityPerWeek),
    draftPerWeek: round(sum(weeks, 'draft') / weeksLong),
    inForcePerWeek: round(sum(weeks, 'inForce') / weeksLong),
  }
}

function sumOf(weeks: Map<number, number> | undefined): number {
  let total = 0
  for (const n of weeks?.values() ?? []) total += n
  return total
}

function unroutable({ work }: Side, cohort: Uint32Array): number {
  let n = 0
  for (const person of cohort) n += work.unroutable[person] ?? 0
  return n
}

function sum(weeks: BacktestFigures['load']['weeks'], name: 'draft' | 'inForce'): number {
  return weeks.reduce((total, week) => total + week[name], 0)
}

/** Leads of the cohort by the week in which they qualify. */
function weeksOf({ draft, inForce, cohort }: ScoredPair): BacktestFigures['load']['weeks'] {
  const weekOf = weekReader(draft.agreement.calendar.zone)
  const found = new Map<number, { fromMs: number; draft: number; inForce: number; really: number }>()
  const add = (atMs: number, name: 'draft' | 'inForce' | 'really'): void => {
    if (Number.isNaN(atMs)) return
    const fromMs = weekOf(atMs)
    const week = found.get(fromMs) ?? { fromMs, draft: 0, inForce: 0, really: 0 }
    week[name] += 1
    found.set(fromMs, week)
  }
  for (const person of cohort) {
    add(draft.qualification.at[person] ?? Number.NaN, 'draft')
    add(inForce.qualification.at[person] ?? Number.NaN, 'inForce')
    add(draft.track.history.reallyQualifiedAt[person] ?? Number.NaN, 'really')
  }
  return [...found.values()].sort((one, other) => one.fromMs - other.fromMs)
}
