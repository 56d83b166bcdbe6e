import type { Side, Speaker, Transcript } from '@ensemble/engine/conversation/transcript.ts'
import type { Voices } from './known-voices.ts'

/** A speaker with who it is. `userId` says one of ours, `personId` one of theirs; both null when nobody is recognised. */
export type ToldSpeaker = {
  key: string
  name: string | null
  side: Side
  userId: string | null
  personId: string | null
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim()
}

/** Whether a label means somebody: the same name, their e-mail, or the first name alone. */
function isMeant(label: string, who: { name: string; email: string | null }): 'surely' | 'perhaps' | null {
  const [said, name] = [plain(label), plain(who.name)]
  if (said === '') return null
  if (said === name || said === who.email?.toLowerCase()) return 'surely'
  if (said.split(' ').toSorted().join(' ') === name.split(' ').toSorted().join(' ')) return 'surely'
  return said === name.split(' ')[0] ? 'perhaps' : null
}

function find<T extends { name: string; email: string | null }>(label: string, all: readonly T[]): T | null {
  const surely = all.filter((one) => isMeant(label, one) === 'surely')
  const meant = surely.length > 0 ? surely : all.filter((one) => isMeant(label, one) === 'perhaps')
  return meant.length === 1 ? (meant[0] ?? null) : null
}

function tellOne(speaker: Speaker, voices: Voices): ToldSpeaker {
  const label = speaker.name ?? speaker.key
  const none = { key: speaker.key, name: speaker.name, userId: null, personId: null }
  const user = speaker.side === 'prospect' ? null : find(label, voices.users)
  if (user !== null) return { ...none, side: 'rep', userId: user.id }
  const person = speaker.side === 'rep' ? null : find(label, voices.people)
  if (person !== null) return { ...none, side: 'prospect', personId: person.personId }
  return { ...none, side: speaker.side ?? 'unknown' }
}

/**
 * Who probably speaks: names are compared with colleagues and with the people of the account. When one side is found and
 * exactly one speaker is left, that one is the other side. A guess, shown to be corrected.
 */
export function tellSpeakers(transcript: Transcript, voices: Voices): ToldSpeaker[] {
  const told = transcript.speakers.map((speaker) => tellOne(speaker, voices))
  const left = told.filter((one) => one.side === 'unknown')
  const [last] = left
  if (left.length === 1 && last !== undefined && told.length > 1) {
    if (told.every((one) => one === last || one.side === 'rep')) {
      last.side = 'prospect'
      last.personId = voices.people[0]?.personId ?? null
    } else if (told.every((one) => one === last || one.side === 'prospect')) last.side = 'rep'
  }
  return told
}
