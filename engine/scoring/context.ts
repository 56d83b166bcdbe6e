import type { PersonState } from '../lifecycle/state.ts'

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
