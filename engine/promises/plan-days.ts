import type { Calendar } from '../worktime/calendar.ts'
import { momentOf } from '../worktime/local-time.ts'
import { workingTimeBetween } from '../worktime/working-time-between.ts'

/** One day of a company. Moments are epoch milliseconds; `day` counts days since 1970-01-01 by the company's wall clock. */
export type PlanDay = {
  readonly day: number
  readonly fromMs: number
  readonly toMs: number
  readonly isWorking: boolean
}

/**
 * The days `fromDay` (included) to `toDay` (excluded) by the wall clock of `zone`. A day is a working day when the calendar
 * has working time in it: weekends, holidays and closed days are none.
 */
export function planDays(calendar: Calendar, zone: string, fromDay: number, toDay: number): PlanDay[] {
  const days: PlanDay[] = []
  let fromMs = momentOf(zone, { day: fromDay, timeMs: 0 })
  for (let day = fromDay; day < toDay; day += 1) {
    const toMs = momentOf(zone, { day: day + 1, timeMs: 0 })
    days.push({ day, fromMs, toMs, isWorking: workingTimeBetween(calendar, fromMs, toMs) > 0 })
    fromMs = toMs
  }
  return days
}

/**
 * How much of a day is over at `nowMs`, 0 to 1: by working time on a working day, so that a morning owes nothing before work
 * begins; by the clock on other days.
 */
export function shareElapsed(calendar: Calendar, day: PlanDay, nowMs: number): number {
  if (nowMs <= day.fromMs) return 0
  if (nowMs >= day.toMs) return 1
  if (!day.isWorking) return (nowMs - day.fromMs) / (day.toMs - day.fromMs)
  return workingTimeBetween(calendar, day.fromMs, nowMs) / workingTimeBetween(calendar, day.fromMs, day.toMs)
}
