import { type HouseMessage, MOST_WORDS, type Proof } from './message.ts'

/** What a message lacks: `claim` has no proof that still holds, `dry fact` moves nobody. */
export type MessageGap = 'claim' | 'dry fact' | 'proof expired' | 'too long' | 'not approved'

/** Whether a proof still holds on a day, `2026-11-30`. */
export function isValid(proof: Proof, today: string): boolean {
  return proof.expiresOn === null || proof.expiresOn >= today
}

/** How many words a sentence has: runs of anything that is not white space and holds a letter or digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** What is wrong with a message on a day; empty when it moves and is proven. */
export function judgeMessage(message: HouseMessage, today: string): MessageGap[] {
  const gaps: MessageGap[] = []
  const isProven = message.proofs.some((proof) => isValid(proof, today))
  if (!isProven) gaps.push(message.proofs.length > 0 ? 'proof expired' : 'claim')
  if (isProven && (message.driver ?? '').trim() === '') gaps.push('dry fact')
  if (countWords(message.message) > MOST_WORDS) gaps.push('too long')
  if (!message.isApproved) gaps.push('not approved')
  return gaps
}

export type Completeness = { complete: number; pillars: number; incomplete: string[] }

/**
 * Pillars with at least one message that has a driver and a proof that holds, of all pillars
 * (domain.md 8.2: bought emotionally, justified rationally). Messages nobody approved do not count.
 */
export function completenessOf(
  pillars: readonly string[],
  messages: readonly HouseMessage[],
  today: string,
): Completeness {
  const whole = new Set(
    messages
      .filter((one) => (one.driver ?? '').trim() !== '' && judgeMessage(one, today).length === 0)
      .map((one) => one.pillar),
  )
  const incomplete = pillars.filter((pillar) => !whole.has(pillar))
  return { complete: pillars.length - incomplete.length, pillars: pillars.length, incomplete }
}
