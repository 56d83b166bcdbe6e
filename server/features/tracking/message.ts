import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { Problem } from '../../http/problem.ts'
import type { IncomingFact, Who } from '../facts/incoming.ts'
import type { MESSAGES, MessageType } from './contract.ts'
import { group, type Loose, textIn } from './loose.ts'

export type BodyOf<T extends MessageType> = z.output<(typeof MESSAGES)[T]>
/** One call of the tracking API that has been checked. */
export type Message = { [T in MessageType]: { type: T; body: BodyOf<T> } }[MessageType]

type Envelope = Pick<
  BodyOf<'track'>,
  'userId' | 'anonymousId' | 'messageId' | 'timestamp' | 'originalTimestamp' | 'sentAt' | 'context'
>

/**
 * When it happened: the sender's own time, corrected by how far the sender's clock was off when it sent (Segment's rule:
 * timestamp + (received - sentAt)). Never later than now.
 */
export function momentOf(message: Pick<Envelope, 'timestamp' | 'originalTimestamp' | 'sentAt'>, nowMs: number): number {
  return Math.min(momentSaid(message, nowMs), nowMs)
}

/** The same before it is held back to now. */
export function momentSaid(
  { timestamp, originalTimestamp, sentAt }: Pick<Envelope, 'timestamp' | 'originalTimestamp' | 'sentAt'>,
  nowMs: number,
): number {
  const given = timestamp ?? originalTimestamp
  const said = given ? Date.parse(given) : nowMs
  const offMs = given && sentAt ? nowMs - Date.parse(sentAt) : 0
  return said + offMs
}

/** Who it is about: every key the message carries. `given` are traits or the fields of a form. */
export function whoOf(message: Pick<Envelope, 'userId' | 'anonymousId' | 'context'>, given: Loose = {}): Who {
  const traits = group(message.context, 'traits')
  const who = {
    email: textIn(given, ['email'], 320) ?? textIn(traits, ['email'], 320),
    phone: textIn(given, ['phone'], 60) ?? textIn(traits, ['phone'], 60),
    externalId: message.userId || undefined,
    anonymousId: message.anonymousId || undefined,
    linkOf: textIn(group(message.context, 'link'), ['person'], 40),
  }
  if ([who.email, who.phone, who.externalId, who.anonymousId].some((key) => key !== undefined)) return who
  throw new Problem('bad-request', 'This message does not say who it is about.', {
    mend: 'Send userId, anonymousId, or an e-mail among the traits.',
    errors: [{ where: 'anonymousId', what: 'is missing, and so is userId' }],
  })
}

/** What every fact of a message shares. */
export function envelopeOf(
  message: Envelope,
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
function messageIdOf(message: Envelope): string {
  return message.messageId || randomUUID()
}
