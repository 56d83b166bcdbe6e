import { dayMs } from './time-units.ts'
import { type Timeline, windowOf } from './timeline.ts'
import { windowMs } from './work-window.ts'
import { type OffsetSegment, zoneOffsets } from './zone-offsets.ts'

/** Local date and time of day of a moment: days since 1970-01-01 and milliseconds since midnight, as the wall clock shows. */
export type LocalTime = { readonly day: number; readonly timeMs: number }

export function localTimeOf(timeline: Timeline, ms: number): LocalTime {
  const index = Math.floor(ms / windowMs)
  const offsets = windowOf(timeline, index)?.offsets ?? zoneOffsets(timeline.calendar.zone, ms, ms + 1)
  const offsetMs = offsets.find((segment) => ms < segment.toMs)?.offsetMs ?? 0
  const wallMs = ms + offsetMs
  const day = Math.floor(wallMs / dayMs)
  return { day, timeMs: wallMs - day * dayMs }
}

/**
 * The moment at which the wall clock of a zone shows a local time: the first of two when it shows it twice;
 * when it skips it, as much later as the clock jumps (the "compatible" rule of RFC 5545 and Temporal).
 */
export function momentOf(zone: string, local: LocalTime): number {
  const wallMs = local.day * dayMs + local.timeMs
  const dayStartMs = (local.day - 1) * dayMs
  const segments = zoneOffsets(zone, dayStartMs, dayStartMs + 3 * dayMs)
  const shown = segments.find((segment) => isShown(segment, wallMs))
  if (shown) return wallMs - shown.offsetMs
  const skipping = segments.findLast((segment) => wallMs - segment.offsetMs >= segment.toMs)
  return wallMs - (skipping?.offsetMs ?? 0)
}

function isShown(segment: OffsetSegment, wallMs: number): boolean {
  const ms = wallMs - segment.offsetMs
  return ms >= segment.fromMs && ms < segment.toMs
}
