const DAY_MS = 86_400_000

/** Half-open days: `from` is in it, `to` is the day after the last. Days since 1970-01-01. */
export type Days = { readonly from: number; readonly to: number }

/** 0 is Monday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/** The week (Monday first) or the month that a day is in. */
export function periodOf(per: 'week' | 'month', day: number): Days {
  if (per === 'week') {
    const from = day - weekdayOf(day)
    return { from, to: from + 7 }
  }
  const date = new Date(day * DAY_MS)
  const first = (month: number): number => Date.UTC(date.getUTCFullYear(), month, 1) / DAY_MS
  return { from: first(date.getUTCMonth()), to: first(date.getUTCMonth() + 1) }
}

/** Days since 1970-01-01 of a date, `YYYY-MM-DD`. Throws RangeError when it is none. */
export function dayOfDate(date: string): number {
  const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS
  if (!Number.isInteger(day)) throw new RangeError(`not a date: ${date}`)
  return day
}

/** The date of a day, `YYYY-MM-DD`. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}
