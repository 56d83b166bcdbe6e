import type { z } from 'zod'
import type { Voices } from './known-voices.ts'
import type { speakerView } from './shapes.ts'
import type { ToldSpeaker } from './tell-speakers.ts'

/** A speaker as the screens show one. */
export function viewSpeaker(
  speaker: ToldSpeaker,
  voices: Voices,
  shares: ReadonlyMap<string, number>,
): z.input<typeof speakerView> {
  const user = voices.users.find(({ id }) => id === speaker.userId)
  const person = voices.people.find(({ personId }) => personId === speaker.personId)
  return {
    key: speaker.key,
    name: speaker.name,
    side: speaker.side,
    user: user === undefined ? null : { id: user.id, name: user.name },
    person: person === undefined ? null : { personId: person.personId, name: person.name },
    share: shares.get(speaker.key) ?? 0,
  }
}
