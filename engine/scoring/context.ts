import { nounOf, snakeCase } from '../agreement/expression-schema.ts'
import type { Fact } from '../facts/fact.ts'
import { FACT_DATA, type FactKind } from '../facts/kinds.ts'
import type { PersonState } from '../lifecycle/state.ts'

const names = new Map<FactKind, readonly (readonly [string, string])[]>()

function fieldNames(kind: FactKind): readonly (readonly [string, string])[] {
  const known = names.get(kind)
  if (known !== undefined) return known
  const made = Object.keys(FACT_DATA[kind].shape).map((name) => [name, snakeCase(name)] as const)
  names.set(kind, made)
  return made
}

/** What a condition on this fact sees: who did it, and the fact's data under its noun. */
export function factContext(state: PersonState, fact: Fact): Record<string, unknown> {
  const data: Record<string, unknown> = fact.data
  const seen: Record<string, unknown> = {}
  for (const [name, key] of fieldNames(fact.kind)) seen[key] = data[name]
  return { person: state.person, account: state.account, traits: state.traits, [nounOf(fact.kind)]: seen }
}

/** What a qualifying or routing condition sees. Engagement is the points left at `atMs`. */
export function leadContext(state: PersonState, engagement: number): Record<string, unknown> {
  const touch = state.attempt?.touch ?? state.firstTouch
  return {
    person: state.person,
    account: state.account,
    traits: state.traits,
    lead: {
      attempt: state.attempt?.number ?? 0,
      channel: touch?.channel ?? undefined,
      origin: touch?.origin ?? undefined,
      campaign: touch?.campaign ?? undefined,
      landing_page: touch?.landingPage ?? undefined,
    },
    grade: state.grade ?? undefined,
    fit: state.fit,
    engagement,
  }
}
