import { FACT_KINDS, type FactData, type FactKind } from './kinds.ts'

/** Where a touch came from, in the words of the company's own records. Null where unknown. */
export type Touch = {
  channel: string | null
  origin: string | null
  campaign: string | null
  landingPage: string | null
}

type Envelope<K extends FactKind> = {
  id: string
  kind: K
  /** When it happened, epoch ms. */
  at: number
  /** When the product learned of it, epoch ms. */
  recordedAt: number
  source: string
  messageId: string
  /** The user who did it, or null for the prospect and for the product's own timer. */
  actor: string | null
  /** Told afterwards (an import): it is scored and counted, but nobody is sent running for it. */
  isHistory: boolean
  touch: Touch | null
  data: FactData[K]
}

/** Something that happened to one person. Appended, never edited. */
export type Fact = { [K in FactKind]: Envelope<K> }[FactKind]
export type FactOf<K extends FactKind> = Envelope<K>

/** The place of a fact in its person's story. */
export type FactOrder = { at: number; rank: number; messageId: string }

/** The order key of a fact: time, then kind rank, then message id, so that arrival order never matters. */
export function orderOf(fact: Fact): FactOrder {
  return { at: fact.at, rank: FACT_KINDS[fact.kind].rank, messageId: fact.messageId }
}

/** Negative when `a` comes before `b` in the story. */
export function compareOrder(a: FactOrder, b: FactOrder): number {
  if (a.at !== b.at) return a.at - b.at
  if (a.rank !== b.rank) return a.rank - b.rank
  return a.messageId < b.messageId ? -1 : a.messageId > b.messageId ? 1 : 0
}

function isEarlierCopy(a: Fact, b: Fact): boolean {
  return a.recordedAt === b.recordedAt ? a.id < b.id : a.recordedAt < b.recordedAt
}

/**
 * The story in order, each message once, retracted facts left out. Any arrival order and any number of
 * deliveries give the same result (invariant 3).
 */
export function storyOf(facts: readonly Fact[]): Fact[] {
  const byMessage = new Map<string, Fact>()
  for (const fact of facts) {
    const known = byMessage.get(fact.messageId)
    if (known === undefined || isEarlierCopy(fact, known)) byMessage.set(fact.messageId, fact)
  }
  const retracted = new Set<string>()
  for (const fact of byMessage.values()) if (fact.kind === 'fact.retracted') retracted.add(fact.data.fact)
  const story = [...byMessage.values()].filter((fact) => !retracted.has(fact.id))
  return story.sort((a, b) => compareOrder(orderOf(a), orderOf(b)))
}
