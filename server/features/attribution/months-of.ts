import { dealRowsOf, partiesIn } from './journeys-of.ts'
import { localDayOf } from './local-day.ts'
import type { JourneyQuestion } from './question.ts'
import type { TouchPast } from './touch-past.ts'

export type MonthRow = {
  month: string
  parties: number
  leads: number
  opportunities: number
  won: number
  cents: number
  wonWithin: number[]
}
export type MonthsAnswer = {
  months: MonthRow[]
  /** Days from the first touch to the first won deal, ascending, thinned to points of a curve. */
  days: { day: number; share: number }[]
  medianDays: number | null
  won: number
}

const DAY_MS = 86_400_000
/** Won within a month, a quarter, half a year and a year of the first touch. */
export const WITHIN_DAYS = [30, 90, 180, 365] as const
const POINTS = 60

/** Parties by the month of their first touch, and what became of them until now; time from there to the first won deal. */
export function monthsOf(past: TouchPast, question: JourneyQuestion, zone: string): MonthsAnswer {
  const { touches, deals } = past.book
  const months = new Map<string, MonthRow>()
  const waits: number[] = []
  const dayOf = localDayOf(zone)
  for (const party of partiesIn(past, question.segment)) {
    let firstMs = Number.POSITIVE_INFINITY
    for (let at = touches.first[party] ?? -1; at >= 0; at = touches.next[at] ?? -1)
      firstMs = Math.min(firstMs, touches.atMs[at] ?? firstMs)
    if (firstMs === Number.POSITIVE_INFINITY || !isIn(question, firstMs)) continue
    const month = dayOf(firstMs).slice(0, 7)
    const row = months.get(month) ?? {
      month,
      parties: 0,
      leads: 0,
      opportunities: 0,
      won: 0,
      cents: 0,
      wonWithin: WITHIN_DAYS.map(() => 0),
    }
    months.set(month, row)
    row.parties += 1
    if (dealRowsOf(past, party, 0).length > 0) row.leads += 1
    if (dealRowsOf(past, party, 1).length > 0) row.opportunities += 1
    const won = dealRowsOf(past, party, 2)
    row.cents += won.reduce((sum, at) => sum + (deals.cents[at] ?? 0), 0)
    const [first] = won
    if (first === undefined) continue
    row.won += 1
    const days = Math.max(0, ((deals.atMs[first] ?? 0) - firstMs) / DAY_MS)
    waits.push(days)
    for (const [i, within] of WITHIN_DAYS.entries()) if (days <= within) row.wonWithin[i] = (row.wonWithin[i] ?? 0) + 1
  }
  waits.sort((a, b) => a - b)
  const middle = Math.floor(waits.length / 2)
  const median = waits.length % 2 === 1 ? waits[middle] : ((waits[middle - 1] ?? 0) + (waits[middle] ?? 0)) / 2
  return {
    months: [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1)),
    days: pointsOf(waits),
    medianDays: waits.length === 0 ? null : (median ?? null),
    won: waits.length,
  }
}

function pointsOf(waits: readonly number[]): MonthsAnswer['days'] {
  const step = Math.max(1, Math.ceil(waits.length / POINTS))
  return waits.flatMap((day, i) =>
    (i + 1) % step === 0 || i === waits.length - 1 ? [{ day, share: (i + 1) / waits.length }] : [],
  )
}

function isIn({ fromMs, toMs }: JourneyQuestion, atMs: number): boolean {
  return atMs >= (fromMs ?? Number.NEGATIVE_INFINITY) && atMs < (toMs ?? Number.POSITIVE_INFINITY)
}
