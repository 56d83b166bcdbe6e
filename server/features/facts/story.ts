import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { compareOrder, type Fact, orderOf } from '@ensemble/engine/facts/fact.ts'
import type { Decision } from '@ensemble/engine/lifecycle/decision.ts'
import { type AttemptState, emptyState, type PersonState } from '@ensemble/engine/lifecycle/state.ts'
import { applyFact, isNext } from '@ensemble/engine/lifecycle/step.ts'

export type StoredFact = {
  fact: Fact
  identity: string | null
  importId: string | null
  /** Colleague who owns the person's company from now on. */
  accountOwner?: string | null
}
/** `ordinal`: its place among what was concluded from the same fact. */
export type Versioned = Decision & { version: number; ordinal: number }

/** One person's story while it is being continued inside a transaction. */
export type Story = {
  personId: string
  isBorn: boolean
  isAnonymous: boolean
  /** As it was stored. */
  wasAnonymous: boolean
  accountId: string | null
  firstSeenAt: number
  lastSeenAt: number
  importId: string | null
  state: PersonState
  /** Owner of the open attempt as it was stored. */
  ownerBefore: string | null
  /** Facts stored before this transaction. */
  factsBefore: number
  newFacts: StoredFact[]
  newDecisions: Versioned[]
  /** Attempts that ended while facts were applied here. */
  ended: AttemptState[]
  /** A fact belongs earlier in the story, or one was taken back: the whole story must be folded anew. */
  mustRefold: boolean
  /** It was folded anew here. */
  wasRefolded?: boolean
}

/** A person nobody has heard of yet. */
export function newStory(personId: string, isAnonymous: boolean, atMs: number, importId: string | null): Story {
  return {
    personId,
    isBorn: true,
    isAnonymous,
    wasAnonymous: isAnonymous,
    accountId: null,
    firstSeenAt: atMs,
    lastSeenAt: atMs,
    importId,
    state: emptyState(),
    ownerBefore: null,
    factsBefore: 0,
    newFacts: [],
    newDecisions: [],
    ended: [],
    mustRefold: false,
  }
}

function note(story: Story, stored: StoredFact): void {
  story.newFacts.push(stored)
  story.firstSeenAt = Math.min(story.firstSeenAt, stored.fact.at)
  story.lastSeenAt = Math.max(story.lastSeenAt, stored.fact.at)
}

/** Continues a story with facts, in story order. When one belongs earlier, the story is left to be folded anew. */
export function continueStory(
  story: Story,
  facts: readonly StoredFact[],
  agreementAt: (atMs: number) => CompiledAgreement,
): void {
  const sorted = [...facts].sort((a, b) => compareOrder(orderOf(a.fact), orderOf(b.fact)))
  for (const stored of sorted) {
    note(story, stored)
    if (story.mustRefold) continue
    const { fact } = stored
    if (fact.kind === 'fact.retracted' || !isNext(story.state, fact)) {
      story.mustRefold = true
      continue
    }
    const agreement = agreementAt(fact.at)
    const before = story.state.attempt
    for (const [ordinal, decision] of applyFact(agreement, story.state, fact).entries())
      story.newDecisions.push({ ...decision, version: agreement.version, ordinal })
    if (before !== null && story.state.attempt !== before) story.ended.push(before)
  }
}
