import type { CompiledAgreement } from '../agreement/compiled.ts'
import type { Fact } from '../facts/fact.ts'
import type { Decision, DecisionData, DecisionKind } from './decision.ts'
import type { AttemptState, PersonState } from './state.ts'

/** What one fact is being applied to: the state it changes in place, and what has been concluded so far. */
export type Run = {
  agreement: CompiledAgreement
  state: PersonState
  fact: Fact
  decisions: Decision[]
}

/** Notes a conclusion. The attempt is the open one unless another is named. */
export function decide<K extends DecisionKind>(
  run: Run,
  what: K,
  clause: string | null,
  data: DecisionData[K],
  attempt = run.state.attempt?.number ?? 0,
): void {
  // The generic ties `data` to `what`; the union of the two cannot be told to the checker here.
  const decision = { what, at: run.fact.at, attempt, clause, fact: run.fact.id, data } as unknown as Decision
  run.decisions.push(decision)
}

/** The attempt being worked, or null when there is none or it is over. */
export function openAttempt(state: PersonState): AttemptState | null {
  return state.attempt !== null && state.attempt.outcome === 'open' ? state.attempt : null
}
