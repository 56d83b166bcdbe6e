import { type Rate, rateOf } from '../funnel/rate.ts'
import { REAL } from './history.ts'
import type { ScoreTrack } from './score-track.ts'

/** Accepted of those whom sales judged, among the marked. */
export function acceptanceOf(track: ScoreTrack, cohort: Uint32Array, marks: Uint8Array): Rate {
  let accepted = 0
  let judged = 0
  for (const [i, person] of cohort.entries()) {
    if (marks[i] !== 1) continue
    const flags = track.history.flags[person] ?? 0
    const isAccepted = (flags & REAL.accepted) !== 0
    if (!isAccepted && (flags & REAL.turnedDown) === 0) continue
    judged += 1
    if (isAccepted) accepted += 1
  }
  return rateOf(accepted, judged)
}
