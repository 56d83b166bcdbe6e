import type { CompiledAgreement } from '../agreement/compiled.ts'
import type { DealState, PersonState } from '../lifecycle/state.ts'
import { leadContext } from '../scoring/context.ts'
import { pointsAt } from '../scoring/decay.ts'
import { pipelineOf } from './pipeline-of.ts'

const DAY_MS = 86_400_000

/**
 * What the condition of a stage sees at a moment (epoch ms): the deal, and the person, company and lead as conditions on leads do.
 * Days are whole days of 24 hours, counted down; `days_to_close` is to the beginning of the close date in UTC.
 */
export function dealContext(
  agreement: CompiledAgreement,
  state: PersonState,
  deal: DealState,
  atMs: number,
): Record<string, unknown> {
  const engagement = pointsAt(state, atMs, agreement.halfLifeMs)
  return {
    ...leadContext(state, engagement, agreement),
    deal: {
      name: deal.name ?? undefined,
      pipeline: deal.pipeline ?? pipelineOf(agreement, deal)?.name,
      stage: deal.stage,
      amount_cents: deal.amountCents ?? undefined,
      currency: deal.currency ?? undefined,
      products: (deal.products ?? []).map((each) => each.name),
      competitors: deal.competitors ?? [],
      competitor_asked: deal.competitors !== undefined,
      has_decision_maker: hasDecisionMaker(deal),
      people: deal.people?.length ?? 0,
      has_need: deal.needAt !== undefined,
      has_next_step: deal.nextStep !== null && deal.nextStep !== '',
      offer_sent: deal.offerAt !== undefined,
      meeting_held: deal.meetingAt !== undefined,
      days_open: Math.max(0, Math.floor((atMs - deal.openedAt) / DAY_MS)),
      days_to_close:
        deal.closeDate == null ? undefined : Math.floor((Date.parse(`${deal.closeDate}T00:00:00Z`) - atMs) / DAY_MS),
    },
  }
}

/** Somebody of the deal decides. */
export function hasDecisionMaker(deal: Pick<DealState, 'people'>): boolean {
  return deal.people?.some((each) => each.role === 'decision maker') === true
}
