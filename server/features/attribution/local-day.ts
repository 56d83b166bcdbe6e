import { dayMs, windowMs } from '@ensemble/engine/worktime/time-units.ts'
import { type OffsetSegment, zoneOffsets } from '@ensemble/engine/worktime/zone-offsets.ts'

/** Gives the calendar day of a moment where the company is, as days since 1970; moments mostly lie near the one before. */
export function localDayNumberOf(zone: string): (atMs: number) => number {
  let known: OffsetSegment = { fromMs: 0, toMs: 0, offsetMs: 0 }
  return (atMs) => {
    if (atMs < known.fromMs || atMs >= known.toMs)
      known = zoneOffsets(zone, Math.floor(atMs / windowMs)).find(({ toMs }) => atMs < toMs) ?? known
    return Math.floor((atMs + known.offsetMs) / dayMs)
  }
}

/** The same as 2026-01-31. */
export function localDayOf(zone: string): (atMs: number) => string {
  const dayOf = localDayNumberOf(zone)
  const known = new Map<number, string>()
  return (atMs) => {
    const day = dayOf(atMs)
    const text = known.get(day) ?? dayText(day)
    known.set(day, text)
    return text
  }
}

/** A day since 1970 as 2026-01-31. */
export function dayText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}
