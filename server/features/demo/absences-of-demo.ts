import { localTimeOf, momentOf } from '@ensemble/engine/worktime/local-time.ts'
import { dayMs } from '@ensemble/engine/worktime/time-units.ts'
import type { Dice } from './dice.ts'

/** A time in which somebody is away, epoch ms, half-open. */
export type Away = { from: number; to: number; note: string }

/** Days on which the company is closed but for those who hold the fort, month and day. */
const CLOSED = ['01-01', '05-01', '07-14', '12-25', '12-26'] as const

/**
 * When somebody was and will be away: the company's closing days, two to three weeks in summer, the days before the new year,
 * a week in spring, and now and then a day at home with a cold. From two years before `endsAt` to half a year after.
 */
export function absencesOf(dice: Dice, zone: string, endsAt: number, isAwayNow: boolean): Away[] {
  const today = localTimeOf(zone, endsAt).day
  const firstYear = new Date((today - 760) * dayMs).getUTCFullYear()
  const lastYear = new Date((today + 180) * dayMs).getUTCFullYear()
  const away: Away[] = []
  const add = (day: number, days: number, note: string) => {
    if (day + days < today - 760 || day > today + 180) return
    away.push({ from: midnight(zone, day), to: midnight(zone, day + days), note })
  }
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const date of CLOSED) if (dice.chance(0.7)) add(dayOf(year, date), 1, 'Closed')
    const before = away.length
    add(dayOf(year, '07-20') + dice.whole(0, 4) * 7, dice.pick([14, 21]), 'Summer')
    if (dice.chance(0.6)) add(dayOf(year, '12-27'), 5, 'New Year')
    add(dayOf(year, '02-10') + dice.whole(0, 4) * 7, 7, 'Winter')
    // Nobody who is to be seen at work today may be away by chance.
    for (let i = away.length - 1; i >= before; i -= 1) if (covers(away[i], endsAt)) away.splice(i, 1)
    for (let i = dice.whole(1, 4); i > 0; i -= 1) {
      const day = dayOf(year, '01-01') + dice.whole(0, 364)
      if (day < today) add(day, dice.pick([1, 1, 2]), 'Ill')
    }
  }
  if (isAwayNow) add(today - 1, 5, 'Holiday')
  return away.sort((a, b) => a.from - b.from)
}

function covers(away: Away | undefined, ms: number): boolean {
  return away !== undefined && away.from <= ms && ms < away.to
}

function dayOf(year: number, monthDay: string): number {
  return Date.parse(`${year}-${monthDay}T00:00:00Z`) / dayMs
}

function midnight(zone: string, day: number): number {
  return momentOf(zone, { day, timeMs: 0 })
}
