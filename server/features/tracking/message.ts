import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { Problem } from '../../http/problem.ts'
import type { IncomingFact, Who } from '../facts/incoming.ts'
import type { identify, page, track } from './contract.ts'
import { group, type Loose, textIn } from './loose.ts'

export type TrackBody = z.output<NonNullable<(typeof track)['body']>>
export type IdentifyBody = z.output<NonNullable<(typeof identify)['body']>>
export type PageBody = z.output<NonNullable<(typeof page)['body']>>

type Message = Pick<TrackBody, 'userId' | 'anonymousId' | 'messageId' | 'timestamp' | 'sentAt' | 'context'>

/**
 * When it happened: the sender's own time, corrected by how far the sender's clock was off when it sent (Segment's rule:
 * timestamp + (received - sentAt)). Never later than now.
 */
export function momentOf({ timestamp, sentAt }: Message, nowMs: number): number {
  const said = timestamp ? Date.parse(timestamp) : nowMs
  const offMs = timestamp && sentAt ? nowMs - Date.parse(sentAt) : 0
  return Math.min(said + offMs, nowMs)
}

/** Who it is about: every key the message carries. `given` are traits or the fields of a form. */
export function whoOf(message: Message, given: Loose = {}): Who {
  const traits = group(message.context, 'traits')
  const who = {
    email: textIn(given, ['email'], 320) ?? textIn(traits, ['email'], 320),
    phone: textIn(given, ['phone'], 60) ?? textIn(traits, ['phone'], 60),
    externalId: message.userId || undefined,
    anonymousId: message.anonymousId || undefined,
  }
  if (Object.values(who).some((key) => key !== undefined)) return who
  throw new Problem('bad-request', 'This message does not say who it is about.', {
    mend: 'Send userId, anonymousId, or an e-mail among the traits.',
    errors: [{ where: 'body.anonymousId', what: 'is missing, and so is userId' }],
  })
}

/** What every fact of a message shares. */
export function envelopeOf(
  message: Message,
  nowMs: number,
): Pick<IncomingFact, 'at' | 'messageId' | 'source' | 'actor' | 'isHistory'> {
  return {
    at: momentOf(message, nowMs),
    messageId: messageIdOf(message),
    source: 'tracking',
    actor: null,
    isHistory: false,
  }
}

/** The message's own id, or a new one: then a repeated delivery cannot be recognised. */
function messageIdOf(message: Message): string {
  return message.messageId || randomUUID()
}
