import type { DealRow, DealView } from './queries.ts'

/** One deal as it stands in lists. */
export function rowOf(deal: DealView): DealRow {
  const current = deal.stages.find((stage) => stage.isCurrent)
  return {
    personId: deal.personId,
    id: deal.id,
    name: deal.name,
    person: deal.person,
    company: deal.company,
    accountId: deal.accountId,
    pipeline: deal.pipeline,
    stage: deal.stage,
    status: deal.status,
    proof: deal.proof,
    amountCents: deal.amountCents,
    currency: deal.currency,
    closeDate: deal.closeDate,
    owner: deal.owner,
    openedAt: deal.openedAt,
    stageAt: deal.stageAt,
    closedAt: deal.closedAt,
    products: deal.products.map((product) => product.name),
    competitors: deal.competitors,
    reasons: deal.reasons,
    saidBy: deal.saidBy,
    nextStep: deal.nextStep,
    nextStepAt: deal.nextStepAt,
    probability: deal.probability,
    missing: current?.exit.filter((line) => !line.isThere).length ?? 0,
  }
}
