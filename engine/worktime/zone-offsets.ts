import { Temporal } from 'temporal-polyfill'
import { windowMs } from './time-units.ts'

/** A stretch of real time, half-open, in which a zone's clock is `offsetMs` ahead of UTC. */
export type OffsetSegment = { readonly fromMs: number; readonly toMs: number; readonly offsetMs: number }

const zones = new Map<string, Map<number, readonly OffsetSegment[]>>()

/**
 * The stretches of constant offset of an IANA zone in one window of time, in order and without holes.
 * Throws RangeError on an unknown zone: calendars are checked when they are parsed.
 */
export function zoneOffsets(zone: string, windowIndex: number): readonly OffsetSegment[] {
  let windows = zones.get(zone)
  if (!windows) {
    windows = new Map()
    zones.set(zone, windows)
  }
  let segments = windows.get(windowIndex)
  if (!segments) {
    segments = readOffsets(zone, windowIndex * windowMs)
    windows.set(windowIndex, segments)
  }
  return segments
}

function readOffsets(zone: string, fromMs: number): OffsetSegment[] {
  const toMs = fromMs + windowMs
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
