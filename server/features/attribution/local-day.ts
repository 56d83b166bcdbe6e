const DAY_MS = 86_400_000

/** Gives the calendar day of a moment where the company is; the offset is asked once for each day of UTC's quarter hours. */
export function localDayOf(zone: string): (atMs: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const known = new Map<number, string>()
  return (atMs) => {
    const quarter = Math.floor(atMs / (DAY_MS / 96))
    const found = known.get(quarter)
    if (found !== undefined) return found
    const day = format.format(quarter * (DAY_MS / 96))
    if (known.size > 200_000) known.clear()
    known.set(quarter, day)
    return day
  }
}
