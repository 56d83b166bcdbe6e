import type { Place, ScoreTrack } from './score-track.ts'

/** Leads first met in a half-open period (epoch ms), of one segment: each named trait must have its value. */
export type CohortAsked = { fromMs: number; toMs: number; segment: Partial<Readonly<Record<keyof Place, string>>> }

/** The people of a cohort, by index into the history, ordered by first contact and then by id. */
export function cohortOf(track: ScoreTrack, { fromMs, toMs, segment }: CohortAsked): Uint32Array {
  const wanted = track.places.map((place) =>
    SEGMENTS.every((name) => segment[name] === undefined || segment[name] === (place[name] ?? '')),
  )
  const found: number[] = []
  for (let person = 0; person < track.openedAt.length; person++) {
    const openedAt = track.openedAt[person] ?? Number.NaN
    if (openedAt >= fromMs && openedAt < toMs && wanted[track.place[person] ?? 0] === true) found.push(person)
  }
  const at = (person: number): number => track.openedAt[person] ?? 0
  const id = (person: number): string => track.history.people[person] ?? ''
  return Uint32Array.from(found.sort((a, b) => at(a) - at(b) || (id(a) < id(b) ? -1 : 1)))
}

/** What a segment may be made of, an empty text being the leads without it. */
export const SEGMENTS = ['channel', 'origin', 'campaign', 'landingPage', 'country'] as const
