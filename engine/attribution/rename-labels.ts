import { byCodeUnit } from './journey-builder.ts'
import type { Journeys } from './journeys.ts'

/** The journeys with other names for what is credited; several labels may become one. Labels end up ascending by code unit. */
export function renameLabels(journeys: Journeys, nameOf: (label: string) => string): Journeys {
  const names = journeys.labels.map(nameOf)
  const labels = [...new Set(names)].sort(byCodeUnit)
  const placeOf = new Map(labels.map((label, place) => [label, place]))
  const places = Uint32Array.from(names, (name) => placeOf.get(name) ?? 0)
  const end = journeys.offsets[journeys.count] ?? 0
  return { ...journeys, labels, touches: journeys.touches.subarray(0, end).map((label) => places[label] ?? 0) }
}
