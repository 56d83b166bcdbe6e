import { plainName } from '../contacts/column-names.ts'

export type TouchKind = 'event.attended' | 'letter.sent' | 'letter.answered' | 'call.received'

const WORDS: Readonly<Record<TouchKind, readonly string[]>> = {
  'event.attended': ['attended', 'attendee', 'event', 'event attended', 'visited', 'present', 'participant', 'salon'],
  'letter.sent': ['sent', 'letter', 'letter sent', 'mailed', 'envoye', 'courrier', 'courrier envoye', 'lettre envoyee'],
  'letter.answered': ['answered', 'letter answered', 'reply', 'replied', 'response', 'reponse', 'a repondu'],
  'call.received': ['call', 'called', 'call received', 'phone', 'phoned', 'appel', 'appel recu', 'a appele'],
}

/** What happened, from the word a table has for it; null when it is none we know. */
export function kindOfTouch(word: string): TouchKind | null {
  const plain = plainName(word)
  for (const kind of ['event.attended', 'letter.sent', 'letter.answered', 'call.received'] as const)
    if (WORDS[kind].includes(plain)) return kind
  return null
}
