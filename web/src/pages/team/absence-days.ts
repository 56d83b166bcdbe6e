/** Midnight at the start of a day (`2026-12-24`) where the reader is, ISO 8601. */
export function startOfDay(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(year, month - 1, day).toISOString()
}

/** Midnight after a day: where an absence that lasts through that day ends. */
export function endOfDay(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(year, month - 1, day + 1).toISOString()
}

/** A moment in the last day of an absence, which ends at midnight after it. */
export function lastDayOf(absence: { endsAt: string }): string {
  return new Date(Date.parse(absence.endsAt) - 1).toISOString()
}

/** Today where the reader is, `2026-12-24`. */
export function today(nowMs: number): string {
  const now = new Date(nowMs)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
