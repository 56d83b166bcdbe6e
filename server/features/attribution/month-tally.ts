import { inSegment, isWithin } from './journeys-of.ts'
import type { KeptTally } from './kept-tallies.ts'
import { dayText, localDayNumberOf } from './local-day.ts'
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
export type MonthsQuestion = Pick<JourneyQuestion, 'segment' | 'fromMs' | 'toMs'> & { zone: string }

const DAY_MS = 86_400_000
/** Won within a month, a quarter, half a year and a year of the first touch. */
export const WITHIN_DAYS = [30, 90, 180, 365] as const
const POINTS = 60

/** Parties by the month of their first touch, and what became of them until now; time from there to the first won deal. */
export function monthTally(past: TouchPast, question: MonthsQuestion): KeptTally<MonthsAnswer> {
  const months = new Map<string, MonthRow>()
  const waits = new Map<number, number>()
  const byDay = new Map<number, MonthRow>()
  const dayOf = localDayNumberOf(question.zone)
  const rowOf = (day: number): MonthRow => {
    const month = dayText(day).slice(0, 7)
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
    byDay.set(day, row)
    return row
  }
  const monthOf = (atMs: number): MonthRow => {
    const day = dayOf(atMs)
    return byDay.get(day) ?? rowOf(day)
  }
  const putParty = (party: number, sign: 1 | -1): void => {
    const { touches, deals } = past.book
    const firstMs = touches.atMs[touches.first[party] ?? 0] ?? 0
    if ((touches.length[party] ?? 0) === 0 || !isWithin(question, firstMs)) return
    const row = monthOf(firstMs)
    const met = [false, false]
    let wonMs = Number.NaN
    const from = deals.first[party] ?? 0
    for (let deal = from; deal < from + (deals.length[party] ?? 0); deal += 1) {
      const level = deals.level[deal] ?? 0
      if (level < 2) met[level] = true
      else {
        row.cents += sign * (deals.cents[deal] ?? 0)
        if (Number.isNaN(wonMs)) wonMs = deals.atMs[deal] ?? 0
      }
    }
    row.parties += sign
    if (met[0]) row.leads += sign
    if (met[1]) row.opportunities += sign
    if (Number.isNaN(wonMs)) return
    row.won += sign
    const days = Math.max(0, (wonMs - firstMs) / DAY_MS)
    const count = (waits.get(days) ?? 0) + sign
    if (count === 0) waits.delete(days)
    else waits.set(days, count)
    for (const [i, within] of WITHIN_DAYS.entries())
      if (days <= within) row.wonWithin[i] = (row.wonWithin[i] ?? 0) + sign
  }
  return {
    put(parties, sign) {
      for (const party of inSegment(past, question.segment, parties)) putParty(party, sign)
    },
    answer() {
      const sorted = spread(waits)
      const middle = Math.floor(sorted.length / 2)
      const median = sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
      return {
        months: [...months.values()]
          .filter(({ parties }) => parties > 0)
          .map((row) => ({ ...row, wonWithin: [...row.wonWithin] }))
          .sort((a, b) => (a.month < b.month ? -1 : 1)),
        days: pointsOf(sorted),
        medianDays: sorted.length === 0 ? null : (median ?? null),
        won: sorted.length,
      }
    },
  }
}

/** Each value as often as it was met, ascending. */
function spread(counts: ReadonlyMap<number, number>): Float64Array {
  let total = 0
  for (const count of counts.values()) total += count
  const values = new Float64Array(total)
  let at = 0
  for (const [value, count] of counts) {
    values.fill(value, at, at + count)
    at += count
  }
  return values.sort()
}

function pointsOf(waits: Float64Array): MonthsAnswer['days'] {
  const step = Math.max(1, Math.ceil(waits.length / POINTS))
  const points: MonthsAnswer['days'] = []
  for (const [i, day] of waits.entries())
    if ((i + 1) % step === 0 || i === waits.length - 1) points.push({ day, share: (i + 1) / waits.length })
  return points
}
