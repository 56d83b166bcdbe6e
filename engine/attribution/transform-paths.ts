import { byCodeUnit } from './journey-builder.ts'
import type { Journeys } from './journeys.ts'
import { defaultModelOptions } from './models.ts'

/**
 * What is done to paths before a model sees them, by the names of Snowplow. `unique` leaves them as they are; `exposure` makes one
 * touch of repeated ones in a row, at the time of the last; `first` keeps only the first touch of each label; `frequency` does too, and
 * writes behind the label how often it was met: "mail(3)". The removals take a label out of paths that have another (the second, only
 * from their end).
 */
export const pathTransforms = [
  'unique',
  'exposure',
  'first',
  'frequency',
  'remove_if_not_all',
  'remove_if_last_and_not_all',
] as const

export type PathTransform = {
  readonly kind: (typeof pathTransforms)[number]
  /** What the removals take out: this label, or what is direct when none is named. */
  readonly label?: string
}

/** The journeys with transformed paths. Milestones stay with the touch that took theirs in, or the one before it when it was taken out. */
export function transformPaths(
  journeys: Journeys,
  { kind, label }: PathTransform,
  isDirect: (label: string) => boolean = defaultModelOptions.isDirect,
): Journeys {
  if (kind === 'unique') return journeys
  const isOut = Uint8Array.from(journeys.labels, (name) =>
    (label === undefined ? isDirect(name) : name === label) ? 1 : 0,
  )
  const kept = keepTouches(journeys, kind, isOut)
  return kind === 'frequency' ? withFrequencies(journeys, kept) : kept.journeys
}

type Kept = { journeys: Journeys; counts: Uint32Array }

function keepTouches(journeys: Journeys, kind: PathTransform['kind'], isOut: Uint8Array): Kept {
  const { count, offsets, touches, times } = journeys
  const newOffsets = new Uint32Array(count + 1)
  const newTouches = new Uint32Array(touches.length)
  const newTimes = times === null ? null : new Float64Array(touches.length)
  const counts = new Uint32Array(touches.length)
  const leadTouch = journeys.leadTouch?.slice() ?? null
  const opportunityTouch = journeys.opportunityTouch?.slice() ?? null
  const movedTo = new Int32Array(touches.length)
  const firstAt = new Map<number, number>()
  let next = 0
  for (let j = 0; j < count; j += 1) {
    const from = offsets[j] ?? 0
    const end = offsets[j + 1] ?? 0
    const begin = next
    const removed = removedRange(kind, touches, from, end, isOut)
    firstAt.clear()
    for (let i = from; i < end; i += 1) {
      const label = touches[i] ?? 0
      const into = mergesInto(kind, label, begin, next, newTouches, firstAt)
      if (into >= 0) {
        counts[into] = (counts[into] ?? 0) + 1
        if (kind === 'exposure' && newTimes !== null) newTimes[into] = times?.[i] ?? 0
        movedTo[i] = into - begin
      } else if (i >= removed && isOut[label] === 1) {
        movedTo[i] = Math.max(0, next - 1 - begin)
      } else {
        newTouches[next] = label
        if (newTimes !== null) newTimes[next] = times?.[i] ?? 0
        counts[next] = 1
        firstAt.set(label, next)
        movedTo[i] = next - begin
        next += 1
      }
    }
    newOffsets[j + 1] = next
    for (const milestones of [leadTouch, opportunityTouch]) {
      const at = milestones?.[j] ?? -1
      if (milestones !== null && at >= 0) milestones[j] = movedTo[from + at] ?? -1
    }
  }
  return {
    journeys: {
      ...journeys,
      offsets: newOffsets,
      touches: newTouches.slice(0, next),
      times: newTimes?.slice(0, next) ?? null,
      leadTouch,
      opportunityTouch,
    },
    counts,
  }
}

/** From which touch on the label is taken out; Infinity: from none. */
function removedRange(
  kind: PathTransform['kind'],
  touches: Uint32Array,
  from: number,
  end: number,
  isOut: Uint8Array,
): number {
  if (kind !== 'remove_if_not_all' && kind !== 'remove_if_last_and_not_all') return Number.POSITIVE_INFINITY
  let last = end - 1
  while (last >= from && isOut[touches[last] ?? 0] === 1) last -= 1
  if (last < from) return Number.POSITIVE_INFINITY
  return kind === 'remove_if_not_all' ? from : last + 1
}

function mergesInto(
  kind: PathTransform['kind'],
  label: number,
  begin: number,
  next: number,
  newTouches: Uint32Array,
  firstAt: ReadonlyMap<number, number>,
): number {
  if (kind === 'exposure') return next > begin && newTouches[next - 1] === label ? next - 1 : -1
  return kind === 'first' || kind === 'frequency' ? (firstAt.get(label) ?? -1) : -1
}

function withFrequencies(before: Journeys, { journeys, counts }: Kept): Journeys {
  const names = Array.from(journeys.touches, (label, i) => `${before.labels[label]}(${counts[i]})`)
  const labels = [...new Set(names)].sort(byCodeUnit)
  const placeOf = new Map(labels.map((label, place) => [label, place]))
  return { ...journeys, labels, touches: Uint32Array.from(names, (name) => placeOf.get(name) ?? 0) }
}
