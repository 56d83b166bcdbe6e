import type { Speaker, Transcript } from './transcript.ts'
import type { Sides } from './turns.ts'

export type SidesFound = { ok: true; sides: Sides } | { ok: false; what: string; mend: string }

function isCalled(speaker: Speaker, name: string): boolean {
  const wanted = name.trim().toLocaleLowerCase()
  return speaker.key.toLocaleLowerCase() === wanted || speaker.name?.toLocaleLowerCase() === wanted
}

/**
 * Sides when `reps` (names or keys, in any case) speak for us and everybody else is the prospect. Without names the
 * source's own word decides, and who it says nothing of stays unknown.
 */
export function sidesOf(transcript: Transcript, reps: readonly string[]): SidesFound {
  const { speakers } = transcript
  const known = speakers.map((each) =>
    each.name === null || each.name === each.key ? each.key : `${each.name} (${each.key})`,
  )
  if (reps.length === 0) return { ok: true, sides: new Map(speakers.map((each) => [each.key, each.side ?? 'unknown'])) }
  if (speakers.length === 0)
    return {
      ok: false,
      what: 'the transcript does not say who speaks',
      mend: 'export it with speakers, or let it be split by speaker first',
    }
  const lost = reps.find((name) => !speakers.some((each) => isCalled(each, name)))
  if (lost !== undefined)
    return { ok: false, what: `nobody called "${lost}" speaks here`, mend: `name one of ${known.join(', ')}` }
  return {
    ok: true,
    sides: new Map(speakers.map((each) => [each.key, reps.some((name) => isCalled(each, name)) ? 'rep' : 'prospect'])),
  }
}
