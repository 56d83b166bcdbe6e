import type { Journeys } from './journeys.ts'

/**
 * First-order counts: from[i * width + k] people went from i to k, where 0 is the start, 1 + label a touch, and the last two columns
 * are a conversion and the end without one. A journey of weight 0 or without touches counts nothing.
 */
export type TransitionCounts = { readonly width: number; readonly counts: Float64Array }

export function emptyCounts(labels: number): TransitionCounts {
  const width = labels + 3
  return { width, counts: new Float64Array((labels + 1) * width) }
}

export function countTransitions(journeys: Journeys): TransitionCounts {
  const { offsets, touches, conversions, nulls, count, labels } = journeys
  const { width, counts } = emptyCounts(labels.length)
  for (let j = 0; j < count; j += 1) {
    const converted = conversions[j] ?? 0
    const lost = nulls[j] ?? 0
    const weight = converted + lost
    const from = offsets[j] ?? 0
    const end = offsets[j + 1] ?? 0
    if (weight === 0 || from === end) continue
    let row = 0
    for (let i = from; i < end; i += 1) {
      const state = (touches[i] ?? 0) + 1
      const cell = row * width + state
      counts[cell] = (counts[cell] ?? 0) + weight
      row = state
    }
    const cell = row * width + width - 2
    counts[cell] = (counts[cell] ?? 0) + converted
    counts[cell + 1] = (counts[cell + 1] ?? 0) + lost
  }
  return { width, counts }
}
