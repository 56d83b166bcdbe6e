import type { Journeys } from './journeys.ts'

/** The journeys that converted or are worth something, close together: what models that weigh journeys read, a tenth of all as a rule. */
export function convertingJourneys(journeys: Journeys): Journeys {
  const { count, offsets, touches, times, conversions, cents, endedAt, leadTouch, opportunityTouch } = journeys
  let kept = 0
  let length = 0
  for (let j = 0; j < count; j += 1) {
    if (conversions[j] === 0 && cents[j] === 0) continue
    kept += 1
    length += (offsets[j + 1] ?? 0) - (offsets[j] ?? 0)
  }
  if (kept === count) return journeys
  const found = {
    labels: journeys.labels,
    count: kept,
    offsets: new Uint32Array(kept + 1),
    touches: new Uint32Array(length),
    times: times === null ? null : new Float64Array(length),
    conversions: new Float64Array(kept),
    nulls: new Float64Array(kept),
    cents: new Float64Array(kept),
    endedAt: endedAt === null ? null : new Float64Array(kept),
    leadTouch: leadTouch === null ? null : new Int32Array(kept),
    opportunityTouch: opportunityTouch === null ? null : new Int32Array(kept),
  }
  let next = 0
  let written = 0
  for (let j = 0; j < count; j += 1) {
    if (conversions[j] === 0 && cents[j] === 0) continue
    const end = offsets[j + 1] ?? 0
    for (let i = offsets[j] ?? 0; i < end; i += 1) {
      found.touches[written] = touches[i] ?? 0
      if (found.times !== null) found.times[written] = times?.[i] ?? 0
      written += 1
    }
    found.offsets[next + 1] = written
    found.conversions[next] = conversions[j] ?? 0
    found.nulls[next] = journeys.nulls[j] ?? 0
    found.cents[next] = cents[j] ?? 0
    if (found.endedAt !== null) found.endedAt[next] = endedAt?.[j] ?? 0
    if (found.leadTouch !== null) found.leadTouch[next] = leadTouch?.[j] ?? -1
    if (found.opportunityTouch !== null) found.opportunityTouch[next] = opportunityTouch?.[j] ?? -1
    next += 1
  }
  return found
}
