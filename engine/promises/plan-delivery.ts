import { type Days, periodOf } from './periods.ts'

/**
 * How much of a promise of `goal` each week or month falls on each day of `days`: the goal of the week or month that the day
 * is in, parted by `weightOf` over all days of it, those outside `days` too. So a part of a month owes its part, and a week
 * with a holiday owes as much in fewer days. A week or month in which no day has weight owes nothing.
 *
 * With weight 1 on working days it is the straight line of the leads waterfall (Volpe): goal / working days.
 */
export function planDelivery(
  goal: number,
  per: 'week' | 'month',
  days: Days,
  weightOf: (day: number) => number,
): number[] {
  const planned: number[] = []
  let unit: Days = { from: 0, to: 0 }
  let sum = 0
  for (let day = days.from; day < days.to; day += 1) {
    if (day >= unit.to || day < unit.from) {
      unit = periodOf(per, day)
      sum = 0
      for (let each = unit.from; each < unit.to; each += 1) sum += weightOf(each)
    }
    planned.push(sum > 0 ? (goal * weightOf(day)) / sum : 0)
  }
  return planned
}

/**
 * The share of each weekday, Monday first, in what came over the trailing 13 weeks. Null below `least` observations: a
 * handful says nothing of weekdays.
 */
export function weekdayShares(counts: readonly number[], least = 100): number[] | null {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return total < least || total === 0 ? null : counts.map((count) => count / total)
}
