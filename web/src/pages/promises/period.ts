const DAY_MS = 86_400_000

/** The day after `days` days, `YYYY-MM-DD`. */
function shiftDay(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The first day of the period before (-1) or after (1) the one from `from` (in it) to `to` (the day after). */
export function shiftPeriod(period: 'week' | 'month', from: string, to: string, by: -1 | 1): string {
  if (by === 1) return to
  if (period === 'week') return shiftDay(from, -7)
  return `${shiftDay(from, -1).slice(0, 7)}-01`
}

/** The last day of a half-open period. */
export function lastDay(to: string): string {
  return shiftDay(to, -1)
}
