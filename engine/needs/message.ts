/** What backs a claim. A proof without `expiresOn` does not grow old. Days are `2026-11-30`. */
export type Proof = {
  type: 'data' | 'case' | 'test' | 'certification' | 'demo'
  text: string
  source: string
  on: string | null
  expiresOn: string | null
}

/** One thing to say: to whom, at which stage, on which pillar; why it moves them, and what proves it (domain.md 8.2). Null fits any. */
export type HouseMessage = {
  id: string
  pillar: string
  persona: string | null
  stage: string | null
  language: string | null
  topic: string | null
  driver: string | null
  message: string
  proofs: readonly Proof[]
  version: number
  isApproved: boolean
}

/** A spoken sentence holds no more (domain.md 8.2). */
export const MOST_WORDS = 25
