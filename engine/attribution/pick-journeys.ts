import type { Journeys } from './journeys.ts'

/** The journeys for which `isKept` holds, with the same labels, in the same order. */
export function pickJourneys(journeys: Journeys, isKept: (j: number) => boolean): Journeys {
  const kept: number[] = []
  let touches = 0
  for (let j = 0; j < journeys.count; j += 1) {
    if (!isKept(j)) continue
    kept.push(j)
    touches += (journeys.offsets[j + 1] ?? 0) - (journeys.offsets[j] ?? 0)
  }
  if (kept.length === journeys.count) return journeys
  const offsets = new Uint32Array(kept.length + 1)
  const picked = new Uint32Array(touches)
  const times = journeys.times === null ? null : new Float64Array(touches)
  let written = 0
  for (const [place, j] of kept.entries()) {
    const [from, end] = [journeys.offsets[j] ?? 0, journeys.offsets[j + 1] ?? 0]
    picked.set(journeys.touches.subarray(from, end), written)
    times?.set(journeys.times?.subarray(from, end) ?? [], written)
    written += end - from
    offsets[place + 1] = written
  }
  const wide = (column: Float64Array): Float64Array => Float64Array.from(kept, (j) => column[j] ?? 0)
  const places = (column: Int32Array | null): Int32Array | null =>
    column === null ? null : Int32Array.from(kept, (j) => column[j] ?? -1)
  return {
    count: kept.length,
    labels: journeys.labels,
    offsets,
    touches: picked,
    times,
    conversions: wide(journeys.conversions),
    nulls: wide(journeys.nulls),
    cents: wide(journeys.cents),
    endedAt: journeys.endedAt === null ? null : wide(journeys.endedAt),
    leadTouch: places(journeys.leadTouch),
    opportunityTouch: places(journeys.opportunityTouch),
  }
}
