import type { FactData } from '../facts/kinds.ts'
import type { DealPerson, DealProduct, DealState, DealTerms } from './state.ts'

type Told = Partial<
  Pick<
    FactData['deal.changed'],
    | 'name'
    | 'amountCents'
    | 'currency'
    | 'pipeline'
    | 'closeDate'
    | 'nextStep'
    | 'nextStepAt'
    | 'products'
    | 'people'
    | 'competitors'
  >
>

function productOf({ name, quantity, unitCents }: NonNullable<Told['products']>[number]): DealProduct {
  return {
    name,
    ...(quantity === undefined ? {} : { quantity }),
    ...(unitCents === undefined ? {} : { unitCents }),
  }
}

function personOf({ person, name, role }: NonNullable<Told['people']>[number]): DealPerson {
  return { ...(person === undefined ? {} : { person }), ...(name === undefined ? {} : { name }), role }
}

/** Takes over what a fact says of a deal; what it does not speak of stays. */
export function takeTerms(deal: DealState, told: Told): void {
  deal.name = told.name ?? deal.name
  deal.amountCents = told.amountCents ?? deal.amountCents
  deal.currency = told.currency ?? deal.currency
  if (told.pipeline !== undefined) deal.pipeline = told.pipeline
  if (told.closeDate === null) delete deal.closeDate
  else if (told.closeDate !== undefined) deal.closeDate = told.closeDate
  // A step that is stated anew has a day of its own, or none.
  if (told.nextStep !== undefined) {
    deal.nextStep = told.nextStep.trim() === '' ? null : told.nextStep
    delete deal.nextStepAt
  }
  if (told.nextStepAt === null) delete deal.nextStepAt
  else if (told.nextStepAt !== undefined) deal.nextStepAt = Date.parse(told.nextStepAt)
  if (told.products !== undefined) deal.products = told.products.map(productOf)
  if (told.people !== undefined) deal.people = told.people.map(personOf)
  if (told.competitors !== undefined) deal.competitors = [...new Set(told.competitors)]
}

/** Puts a deal into a stage: since when it stands there, and when it was there first. */
export function enterStage(deal: DealState, stage: string, atMs: number): void {
  if (deal.stage !== stage || deal.stageAt === undefined) deal.stageAt = atMs
  deal.stage = stage
  if (deal.reached?.[stage] === undefined) deal.reached = { ...deal.reached, [stage]: atMs }
}

/** How many changes of its terms are kept; the first stays, so that it is known what was said at the beginning. */
const MOST_TERMS = 60

/** Remembers what is said of an open deal from now on, when it differs from what was said before. */
export function noteTerms(deal: DealState, atMs: number): void {
  const now: DealTerms = {
    at: atMs,
    closeDate: deal.closeDate ?? null,
    amountCents: deal.amountCents,
    currency: deal.currency,
    closer: deal.closer,
    stage: deal.stage,
  }
  const terms = deal.terms ?? []
  const last = terms.at(-1)
  if (
    last !== undefined &&
    last.closeDate === now.closeDate &&
    last.amountCents === now.amountCents &&
    last.currency === now.currency &&
    last.closer === now.closer &&
    last.stage === now.stage
  )
    return
  const kept = terms.length < MOST_TERMS ? terms : [...terms.slice(0, 1), ...terms.slice(2)]
  deal.terms = last?.at === atMs && kept.length > 0 ? [...kept.slice(0, -1), now] : [...kept, now]
}
