import { api, take } from '../api/client.ts'
import type { Stored, WaitingFact } from '../api/offline-queue.ts'
import { keepWaiting, sendWaiting, waitingNow } from '../api/offline-store.ts'
import { ProblemError } from '../api/problem-error.ts'
import type { operations } from '../api/schema.gen.ts'
import { serverNow } from '../ui/clock.ts'
import { newMessageId } from './message-id.ts'

type IncomingFact = operations['recordFacts']['requestBody']['content']['application/json']['facts'][number]
type Recorded = operations['recordFacts']['responses'][201]['content']['application/json']
type Entry = { personIds: string[]; facts: IncomingFact[]; said: string }
type Answer = {
  facts: Stored
  warnings: Recorded['warnings']
  /** Whom nobody reached: when they are to be called again. */
  planned: Recorded['planned']
  /** It is kept in this browser until the server can be reached; null when it is stored. */
  waits: { id: string; stored: Promise<Stored | null> } | null
}

/** A verdict counts from the moment it was given, not from when the network came back. */
function keptFact(fact: IncomingFact, at: string): WaitingFact {
  return {
    kind: fact.kind,
    who: { personId: fact.who.personId ?? '' },
    data: fact.data ?? {},
    messageId: fact.messageId ?? newMessageId(),
    at: fact.at ?? at,
  }
}

/** Stores facts; without a network keeps them, with their moment, to be sent in order. Throws what the server refuses. */
export async function sendOrKeep({ personIds, facts, said }: Entry): Promise<Answer> {
  const at = new Date(serverNow()).toISOString()
  const keep = (): Answer | null => {
    const id = newMessageId()
    const kept = keepWaiting({ id, said, personIds, facts: facts.map((fact) => keptFact(fact, at)), refusal: null })
    return kept === null ? null : { facts: [], warnings: [], planned: [], waits: { id, ...kept } }
  }
  if (waitingNow().some(({ refusal }) => refusal === null)) {
    const behind = keep()
    if (behind !== null) {
      void sendWaiting()
      return behind
    }
  }
  try {
    return { ...(await take(api.POST('/api/facts', { body: { facts } }))), waits: null }
  } catch (error) {
    const kept = error instanceof ProblemError && error.code === 'offline' ? keep() : null
    if (kept === null) throw error
    return kept
  }
}
