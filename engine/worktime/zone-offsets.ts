import { Temporal } from 'temporal-polyfill'

/** A stretch of real time, half-open, in which a zone's clock is `offsetMs` ahead of UTC. */
export type OffsetSegment = { readonly fromMs: number; readonly toMs: number; readonly offsetMs: number }

const remembered = new Map<string, readonly OffsetSegment[]>()

/**
 * The stretches of constant offset that cover [fromMs, toMs) in an IANA zone, in order and without holes.
 * Throws RangeError on an unknown zone: calendars are checked when they are parsed.
 */
export function zoneOffsets(zone: string, fromMs: number, toMs: number): readonly OffsetSegment[] {
  const key = `${zone} ${fromMs} ${toMs}`
  const known = remembered.get(key)
  if (known) return known
  const segments = readOffsets(zone, fromMs, toMs)
  remembered.set(key, segments)
  return segments
}

function readOffsets(zone: string, fromMs: number, toMs: number): OffsetSegment[] {
  const segments: OffsetSegment[] = []
  let moment = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(zone)
  let startMs = fromMs
  while (startMs < toMs) {
    const next = moment.getTimeZoneTransition('next')
    const endMs = next ? Math.min(next.epochMilliseconds, toMs) : toMs
    segments.push({ fromMs: startMs, toMs: endMs, offsetMs: moment.offsetNanoseconds / 1e6 })
    if (!next) break
    moment = next
    startMs = endMs
  }
  return segments
}
