import type { Journeys } from './journeys.ts'

/**
 * The journeys with only the touches at most `lookbackMs` before their end; the boundary is included. A journey without a
 * known end is looked at from its last touch. Null when touches have no times. A milestone that falls outside is no longer known.
 */
export function withinLookback(journeys: Journeys, lookbackMs: number): Journeys | null {
  const { count, offsets, touches, times, endedAt } = journeys
  if (times === null) return null
  const newOffsets = new Uint32Array(count + 1)
  const newTouches = new Uint32Array(touches.length)
  const newTimes = new Float64Array(touches.length)
  const leadTouch = journeys.leadTouch?.slice() ?? null
  const opportunityTouch = journeys.opportunityTouch?.slice() ?? null
  let next = 0
  for (let j = 0; j < count; j += 1) {
    const from = offsets[j] ?? 0
    const end = offsets[j + 1] ?? 0
    const endMs = endedAt?.[j] ?? times[end - 1] ?? 0
    let first = from
    while (first < end && endMs - (times[first] ?? 0) > lookbackMs) first += 1
    for (let i = first; i < end && (times[i] ?? 0) <= endMs; i += 1) {
      newTouches[next] = touches[i] ?? 0
      newTimes[next] = times[i] ?? 0
      next += 1
    }
    newOffsets[j + 1] = next
    for (const milestones of [leadTouch, opportunityTouch]) {
      if (milestones !== null) milestones[j] = Math.max(-1, (milestones[j] ?? -1) - (first - from))
    }
  }
  return {
    ...journeys,
    offsets: newOffsets,
    touches: newTouches.slice(0, next),
    times: newTimes.slice(0, next),
    leadTouch,
    opportunityTouch,
  }
}
