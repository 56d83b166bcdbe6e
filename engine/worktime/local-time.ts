import { dayMs, windowMs } from './time-units.ts'
import { type OffsetSegment, zoneOffsets } from './zone-offsets.ts'

/** What the wall clock shows: days since 1970-01-01 and milliseconds since midnight. */
export type LocalTime = { readonly day: number; readonly timeMs: number }

/** What the wall clock of a zone shows at a moment (epoch milliseconds). */
export function localTimeOf(zone: string, ms: number): LocalTime {
  const offsets = zoneOffsets(zone, Math.floor(ms / windowMs))
  const wallMs = ms + (offsets.find((segment) => ms < segment.toMs)?.offsetMs ?? 0)
  const day = Math.floor(wallMs / dayMs)
  return { day, timeMs: wallMs - day * dayMs }
}

/**
 * The moment at which the wall clock of a zone shows a local time: the first of two when it shows it twice;
 * when it skips it, as much later as the clock jumps (the "compatible" rule of RFC 5545 and Temporal).
 */
export function momentOf(zone: string, local: LocalTime): number {
  const wallMs = local.day * dayMs + local.timeMs
  const segments = segmentsAround(zone, wallMs)
  const shown = segments.find((segment) => isShown(segment, wallMs))
  if (shown) return wallMs - shown.offsetMs
  const skipping = segments.findLast((segment) => wallMs - segment.offsetMs >= segment.toMs)
  return wallMs - (skipping?.offsetMs ?? 0)
}

// A zone is at most a day ahead of or behind UTC.
function segmentsAround(zone: string, wallMs: number): readonly OffsetSegment[] {
  const first = Math.floor((wallMs - dayMs) / windowMs)
  const last = Math.floor((wallMs + dayMs) / windowMs)
  const segments = zoneOffsets(zone, first)
  return first === last ? segments : [...segments, ...zoneOffsets(zone, last)]
}

function isShown(segment: OffsetSegment, wallMs: number): boolean {
  const ms = wallMs - segment.offsetMs
  return ms >= segment.fromMs && ms < segment.toMs
}
