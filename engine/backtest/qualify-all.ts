import type { CompiledAgreement } from '../agreement/compiled.ts'
import { GRADES } from './grades.ts'
import { readsOf } from './projection.ts'
import type { ScoreTrack } from './score-track.ts'

/** Points from which a letter or a number is given, as in `grades` of an agreement. */
export type CutOffs = Pick<CompiledAgreement, 'letters' | 'numbers'>

/** Who qualifies first when, as what, and by which clause. */
export type Qualification = {
  /** Epoch ms by person; NaN when never. */
  at: Float64Array
  /** Index into `GRADES`; meaningless without a moment. */
  grade: Uint8Array
  /** Index into the agreement's `qualifyRules`; -1 when never. */
  clause: Int16Array
}

const UNKNOWN = -2

/** Evaluates the definition at a point; remembered by context and grade unless the definition reads points themselves. */
function definition(track: ScoreTrack, agreement: CompiledAgreement) {
  const { points } = readsOf(agreement)
  const remembered = new Int16Array(track.contexts.length * GRADES.length).fill(UNKNOWN)
  return (context: number, grade: number, fit: number, engagement: number): number => {
    const place = context * GRADES.length + grade
    if (!points) {
      const known = remembered[place] ?? UNKNOWN
      if (known !== UNKNOWN) return known
    }
    const found = agreement.qualify({ ...track.contexts[context], grade: GRADES[grade], fit, engagement })
    if (!points) remembered[place] = found
    return found
  }
}

/**
 * When each person first meets the definition of an agreement, from a track made with the same scoring clauses. Cut-offs
 * other than the agreement's own may be given: that is one pass over numbers and asks nothing of the facts again.
 */
export function qualifyAll(
  track: ScoreTrack,
  agreement: CompiledAgreement,
  { letters, numbers }: CutOffs = agreement,
): Qualification {
  const people = track.history.people.length
  const result: Qualification = {
    at: new Float64Array(people).fill(Number.NaN),
    grade: new Uint8Array(people),
    clause: new Int16Array(people).fill(-1),
  }
  const holds = definition(track, agreement)
  const { firstOf, fit, engagement, context, at } = track
  const { A, B, C } = letters
  const [one, two, three] = [numbers[1], numbers[2], numbers[3]]
  for (let person = 0; person < people; person++) {
    const end = firstOf[person + 1] ?? 0
    for (let point = firstOf[person] ?? 0; point < end; point++) {
      const points = fit[point] ?? 0
      const heat = engagement[point] ?? 0
      const letter = points >= A ? 0 : points >= B ? 4 : points >= C ? 8 : 12
      const number = heat >= one ? 0 : heat >= two ? 1 : heat >= three ? 2 : 3
      const clause = holds(context[point] ?? 0, letter + number, points, heat)
      if (clause < 0) continue
      result.at[person] = at[point] ?? Number.NaN
      result.grade[person] = letter + number
      result.clause[person] = clause
      break
    }
  }
  return result
}
