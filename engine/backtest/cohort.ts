import type { ScoreTrack } from './score-track.ts'
import { type Segment, TRAITS } from './segment.ts'
import { conditionOf } from './segment-condition.ts'

/** Leads first met in a half-open period (epoch ms), of one segment. */
export type CohortAsked = { fromMs: number; toMs: number; segment: Segment }

/**
 * The people of a cohort, by index into the history, ordered by first contact and then by id. The track must have been made
 * with the paths that the segment's condition reads.
 */
export function cohortOf(track: ScoreTrack, { fromMs, toMs, segment }: CohortAsked): Uint32Array {
  const condition = conditionOf(segment)
  const isPlace = track.places.map((place) =>
    TRAITS.every((name) => segment[name] === undefined || segment[name] === (place[name] ?? '')),
  )
  const isMeant = condition === null ? null : track.abouts.map((about) => condition.holds(about))
  const found: number[] = []
  for (let person = 0; person < track.openedAt.length; person++) {
    const openedAt = track.openedAt[person] ?? Number.NaN
    if (!(openedAt >= fromMs && openedAt < toMs) || isPlace[track.place[person] ?? 0] !== true) continue
    if (isMeant === null || isMeant[track.about[person] ?? 0] === true) found.push(person)
  }
  const at = (person: number): number => track.openedAt[person] ?? 0
  const id = (person: number): string => track.history.people[person] ?? ''
  return Uint32Array.from(found.sort((a, b) => at(a) - at(b) || (id(a) < id(b) ? -1 : 1)))
}
