import type { CompiledAgreement } from '../agreement/compiled.ts'
import { type Fact, storyOf } from '../facts/fact.ts'
import type { Decision } from './decision.ts'
import { type AttemptState, emptyState, type PersonState } from './state.ts'
import { applyFact } from './step.ts'

export type Folded = {
  state: PersonState
  /** With the version under which each was made. */
  decisions: (Decision & { version: number })[]
  /** Attempts that are over, as they ended. */
  ended: AttemptState[]
}

/**
 * The state of a person as the fold of their facts, each under the agreement in force when it happened (invariant 1).
 * Facts may come in any order and more than once.
 */
export function fold(agreementAt: (atMs: number) => CompiledAgreement, facts: readonly Fact[]): Folded {
  const state = emptyState()
  const folded: Folded = { state, decisions: [], ended: [] }
  for (const fact of storyOf(facts)) {
    const agreement = agreementAt(fact.at)
    const before = state.attempt
    for (const decision of applyFact(agreement, state, fact))
      folded.decisions.push({ ...decision, version: agreement.version })
    if (before !== null && state.attempt !== before) folded.ended.push(before)
  }
  return folded
}
