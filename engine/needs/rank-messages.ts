import { isValid, judgeMessage } from './judge-message.ts'
import type { HouseMessage, Proof } from './message.ts'
import type { Need } from './need.ts'

/** Whom we want to say something to, now. */
export type Listener = { role: string | null; stage: string | null; language: string | null; needs: readonly Need[] }
export type MessageReason =
  | { why: 'need'; text: string }
  | { why: 'perhaps'; text: string }
  | { why: 'persona'; text: string }
  | { why: 'stage'; text: string }
export type RankedMessage = { id: string; points: number; proof: Proof | null; reasons: MessageReason[] }

const FOR_KNOWN = 8
const FOR_HYPOTHESIS = 5
const FOR_PERSONA = 4
const FOR_STAGE = 2
const FOR_WHOLE = 1

/**
 * The messages that fit somebody now, best first. Only approved ones, in their language (or in any, where the message or the person has
 * none), for their persona and stage or for all. Points: 8 for an open need they said, 5 for an open hypothesis, 4 for their role, 2 for
 * their stage, 1 when the message both moves and is proven. Equal points: the newer version, then the id, so that the order is always the same.
 */
export function rankMessages(messages: readonly HouseMessage[], listener: Listener, today: string): RankedMessage[] {
  return messages
    .filter((one) => one.isApproved && isFor(one, listener))
    .map((one) => ({ version: one.version, ranked: rank(one, listener, today) }))
    .toSorted(
      (a, b) => b.ranked.points - a.ranked.points || b.version - a.version || (a.ranked.id < b.ranked.id ? -1 : 1),
    )
    .map((one) => one.ranked)
}

/** Empty is any; otherwise they must be the same. */
function fits(asked: string | null, has: string | null): boolean {
  return asked === null || asked === '' || (has !== null && asked.toLowerCase() === has.toLowerCase())
}

function isFor(message: HouseMessage, { role, stage, language }: Listener): boolean {
  if (language !== null && !fits(message.language, language.slice(0, 2))) return false
  return fits(message.persona, role) && fits(message.stage, stage)
}

function rank(message: HouseMessage, { needs }: Listener, today: string): RankedMessage {
  const reasons: MessageReason[] = []
  let points = 0
  // A need that is met or was refuted is no reason to speak of it.
  const need = needs
    .filter((one) => one.topic !== null && one.topic === message.topic)
    .filter((one) => one.status === 'open' || one.status === 'confirmed')
    .toSorted((a, b) => Number(isSure(b)) - Number(isSure(a)))[0]
  if (need !== undefined) {
    reasons.push({ why: isSure(need) ? 'need' : 'perhaps', text: need.need })
    points += isSure(need) ? FOR_KNOWN : FOR_HYPOTHESIS
  }
  if (message.persona !== null && message.persona !== '') {
    reasons.push({ why: 'persona', text: message.persona })
    points += FOR_PERSONA
  }
  if (message.stage !== null && message.stage !== '') {
    reasons.push({ why: 'stage', text: message.stage })
    points += FOR_STAGE
  }
  if (judgeMessage(message, today).length === 0) points += FOR_WHOLE
  const proof = message.proofs.find((one) => isValid(one, today)) ?? null
  return { id: message.id, points, proof, reasons }
}

function isSure(need: Need): boolean {
  return need.isKnown || need.status === 'confirmed'
}
