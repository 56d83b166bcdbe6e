import type { CompiledAgreement } from '../agreement/compiled.ts'
import { OTHER_SOURCE } from '../agreement/expression-schema.ts'
import type { PersonState } from '../lifecycle/state.ts'

/** What names the source of a lead: the sources of an agreement. */
export type Sources = Pick<CompiledAgreement, 'sources' | 'source'>

/** How the lead came, as conditions read it. */
export function leadOf(state: PersonState) {
  const { attempt } = state
  const touch = attempt?.touch ?? state.firstTouch
  return {
    attempt: attempt?.number ?? 0,
    channel: touch?.channel ?? undefined,
    origin: touch?.origin ?? undefined,
    campaign: touch?.campaign ?? undefined,
    landing_page: touch?.landingPage ?? undefined,
    opened_by: attempt?.openedBy,
    form: attempt?.form,
  }
}

function gradesOf(scores: NonNullable<PersonState['scores']>): Record<string, string | undefined> {
  const grades: Record<string, string | undefined> = {}
  for (const [name, card] of Object.entries(scores)) grades[name] = card.grade ?? undefined
  return grades
}

/** The source of the lead as the agreement names them: the first that holds, else "other"; null where it names none. */
export function sourceNameOf(agreement: Sources, state: PersonState): string | null {
  if (agreement.sources.length === 0) return null
  return agreement.sources[agreement.source({ lead: leadOf(state) })]?.name ?? OTHER_SOURCE
}

/** What a qualifying or routing condition sees. Engagement is the points left at the moment asked about. */
export function leadContext(state: PersonState, engagement: number, agreement: Sources): Record<string, unknown> {
  const lead = leadOf(state)
  return {
    person: state.person,
    account: state.account,
    traits: state.traits,
    lead: agreement.sources.length === 0 ? lead : { ...lead, source_name: sourceNameOf(agreement, state) ?? undefined },
    grade: state.grade ?? undefined,
    grades: state.scores === undefined ? undefined : gradesOf(state.scores),
    fit: state.fit,
    engagement,
  }
}
