import type { Touch } from '@ensemble/engine/facts/fact.ts'

/** Any key under which the person may be known. `personId` names them outright. */
export type Who = {
  personId?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  externalId?: string | undefined
  anonymousId?: string | undefined
  /** Another id of the same person, anonymous or not (Segment's alias). */
  previousId?: string | undefined
  /** Person to whom the link they came by was sent. It may have been forwarded: it counts only for a browser nobody is known by. */
  linkOf?: string | undefined
}

/** A fact on its way in: from the API, an import, a mailbox, the timer. `at` is epoch ms. */
export type IncomingFact = {
  kind: string
  /** The id it shall have, where another fact of the same batch refers to it; made otherwise. Never from outside. */
  factId?: string
  at: number
  messageId: string
  source: string
  actor: string | null
  isHistory: boolean
  who: Who
  touch: Touch | null
  data: unknown
  importId?: string | null
  /** Colleague who owns the company of this person from now on, as a file of contacts says. */
  accountOwner?: string | null
}

export type RecordedFact = {
  factId: string
  personId: string
  status: 'recorded' | 'duplicate' | 'refused'
  reason?: string
  /** What the agreement concluded, by kind. */
  decisions: string[]
}
