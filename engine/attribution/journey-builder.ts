import { append, type Growing, growing, valuesOf } from './growing.ts'
import type { Journeys } from './journeys.ts'

export type JourneyBuilder = {
  readonly idOf: Map<string, number>
  readonly offsets: Growing
  readonly touches: Growing
  readonly times: Growing
  readonly conversions: Growing
  readonly nulls: Growing
  readonly cents: Growing
  readonly endedAt: Growing
  readonly leadTouch: Growing
  readonly opportunityTouch: Growing
}

export type JourneyEnd = {
  readonly conversions: number
  readonly nulls: number
  readonly cents: number
  readonly endedAtMs?: number
  readonly leadTouch?: number
  readonly opportunityTouch?: number
}

export function startJourneys(): JourneyBuilder {
  const offsets = growing()
  append(offsets, 0)
  return {
    idOf: new Map(),
    offsets,
    touches: growing(),
    times: growing(),
    conversions: growing(),
    nulls: growing(),
    cents: growing(),
    endedAt: growing(),
    leadTouch: growing(),
    opportunityTouch: growing(),
  }
}

/** The next touch of the journey being written. */
export function addTouch(builder: JourneyBuilder, label: string, atMs = Number.NaN): void {
  let id = builder.idOf.get(label)
  if (id === undefined) {
    id = builder.idOf.size
    builder.idOf.set(label, id)
  }
  append(builder.touches, id)
  append(builder.times, atMs)
}

export function endJourney(builder: JourneyBuilder, end: JourneyEnd): void {
  append(builder.offsets, builder.touches.length)
  append(builder.conversions, end.conversions)
  append(builder.nulls, end.nulls)
  append(builder.cents, end.cents)
  append(builder.endedAt, end.endedAtMs ?? Number.NaN)
  append(builder.leadTouch, end.leadTouch ?? -1)
  append(builder.opportunityTouch, end.opportunityTouch ?? -1)
}

/** The journeys written so far. Labels are numbered in the order of their names, so that numbers do not depend on who came first. */
export function finishJourneys(builder: JourneyBuilder): Journeys {
  const labels = [...builder.idOf.keys()].sort(byCodeUnit)
  const placeOf = new Uint32Array(labels.length)
  for (const [place, label] of labels.entries()) placeOf[builder.idOf.get(label) ?? 0] = place
  const touches = new Uint32Array(builder.touches.length)
  for (let i = 0; i < touches.length; i += 1) touches[i] = placeOf[builder.touches.values[i] ?? 0] ?? 0
  return {
    count: builder.conversions.length,
    labels,
    offsets: Uint32Array.from(valuesOf(builder.offsets)),
    touches,
    times: known(builder.times),
    conversions: valuesOf(builder.conversions),
    nulls: valuesOf(builder.nulls),
    cents: valuesOf(builder.cents),
    endedAt: known(builder.endedAt),
    leadTouch: milestones(builder.leadTouch),
    opportunityTouch: milestones(builder.opportunityTouch),
  }
}

export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** All or nothing: a column with a gap cannot order or weigh. */
function known(column: Growing): Float64Array | null {
  const values = valuesOf(column)
  return values.length > 0 && values.every((value) => !Number.isNaN(value)) ? values : null
}

function milestones(column: Growing): Int32Array | null {
  const values = Int32Array.from(valuesOf(column))
  return values.some((value) => value >= 0) ? values : null
}
