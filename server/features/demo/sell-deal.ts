import { dayMs } from '@ensemble/engine/worktime/time-units.ts'
import { type CastMember, COMPANY } from './cast.ts'
import { type Dice, makeDice } from './dice.ts'
import { demoId, meetNeeds } from './needs-of-demo.ts'
import { chanceOf } from './odds.ts'
import { DAY_MINUTES, planWork } from './plan-work.ts'
import { type DemoStory, openAttemptOf, plan, record } from './story.ts'
import { BUYER_REASONS, BUYER_WEIGHTS, COMPETITORS, LOST_REASONS, LOST_WEIGHTS, NEXT_STEPS, PRODUCTS } from './words.ts'
import { afterWork } from './worktime-of-demo.ts'

const DEALS = { small: 420_000, middle: 1_450_000, large: 5_200_000 } as const
const STAGES = ['discovery', 'proposal', 'negotiation'] as const
/** Working days a deal takes from stage to stage, about. */
const STEP_DAYS = 5.5

type Deal = {
  deal: string
  amountCents: number
  step: number
  steps: number
  /** A dice of its own, so that what is only told beside the deal changes nothing of what becomes of it. */
  beside: Dice
}

/** They said what they need: a deal, with what is known of it. */
export function openDeal(story: DemoStory, seller: CastMember, need: string): void {
  const { dice, account, index, name } = story.profile
  const number = openAttemptOf(story)?.number ?? 1
  const deal = `demo-${story.world.seed}-${index}-${number}`
  const beside = makeDice(`${story.world.seed}:deal:${index}:${number}`)
  const amountCents = roundCents(dice.lognormal(DEALS[account.segment], 0.55))
  const { closers } = story.world.cast
  const isLarge = account.segment === 'large' || (account.segment === 'middle' && dice.chance(0.4))
  const closer = isLarge && closers.length > 0 ? dice.pick(closers) : seller
  const nextStep = dice.pick(NEXT_STEPS)
  const steps = dice.whole(1, 3)
  record(
    story,
    'deal.opened',
    {
      deal,
      name: `${COMPANY.product}, ${account.name}`,
      amountCents,
      currency: COMPANY.currency,
      need,
      nextStep,
      nextStepAt: momentIn(story, beside.whole(2, 12)),
      closeDate: dayIn(story, 14 + steps * 9 + beside.whole(-8, 20)),
      products: productsOf(amountCents, beside),
      people: [
        {
          name,
          role: story.profile.role === 'owner' || story.profile.role === 'director' ? 'decision maker' : 'champion',
        },
      ],
      closer: closer.id,
      sdr: seller.id,
    },
    { actor: seller.id },
  )
  advanceDeal(story, seller, closer, { deal, amountCents, step: 1, steps, beside })
}

/** A deal whose seller left goes on with a colleague. */
export function continueDeal(story: DemoStory, seller: CastMember, deal: string, amountCents: number): void {
  const beside = makeDice(`${story.world.seed}:deal:${story.profile.index}:continued`)
  advanceDeal(story, seller, seller, { deal, amountCents, step: 2, steps: 2, beside })
}

function momentIn(story: DemoStory, days: number): string {
  return new Date(story.now + days * dayMs).toISOString()
}

function dayIn(story: DemoStory, days: number): string {
  return momentIn(story, Math.max(3, days)).slice(0, 10)
}

/** Seats of the product, and sometimes the days to begin with. */
function productsOf(amountCents: number, beside: Dice): { name: string; quantity: number; unitCents: number }[] {
  const [seat, ...extras] = PRODUCTS
  const quantity = Math.max(1, Math.round(amountCents / seat.unitCents))
  return [
    { ...seat, quantity },
    ...extras.filter(() => beside.chance(0.3)).map((extra) => ({ ...extra, quantity: beside.whole(1, 3) })),
  ]
}

/** What a stage asks before the deal leaves it: the offer, who decides, whom else they look at. */
function gatherEvidence(story: DemoStory, closer: CastMember, { deal, step, beside }: Deal): void {
  const { name, role } = story.profile
  const isDecider = role === 'owner' || role === 'director'
  const found = {
    ...(step >= 2 ? { offerSent: true } : {}),
    ...(step >= 3
      ? {
          competitors: beside.chance(0.45) ? [beside.pick(COMPETITORS)] : [],
          people: [
            { name, role: isDecider ? ('decision maker' as const) : ('champion' as const) },
            ...(isDecider ? [] : [{ name: 'Direction générale', role: 'decision maker' as const }]),
          ],
        }
      : {}),
    // What was foreseen is put off now and then.
    ...(beside.chance(0.35) ? { closeDate: dayIn(story, beside.whole(10, 45)) } : {}),
  }
  if (Object.keys(found).length > 0) record(story, 'deal.changed', { deal, ...found }, { actor: closer.id })
}

function advanceDeal(story: DemoStory, seller: CastMember, closer: CastMember, deal: Deal): void {
  const { dice } = story.profile
  const pace = seller.character !== null && seller.character.forgets > 0.1 ? 1.6 : 1
  planWork(story, seller, dice.lognormal(STEP_DAYS, 0.5) * pace * DAY_MINUTES, () => {
    gatherEvidence(story, closer, deal)
    if (deal.step > deal.steps) {
      gatherEvidence(story, closer, { ...deal, step: 3 })
      endDeal(story, seller, closer, deal)
      return
    }
    const amountCents = dice.chance(0.35) ? roundCents(deal.amountCents * (0.8 + 0.45 * dice.roll())) : deal.amountCents
    record(
      story,
      'deal.moved',
      {
        deal: deal.deal,
        stage: STAGES[Math.min(deal.step, STAGES.length - 1)] ?? 'proposal',
        amountCents,
        currency: COMPANY.currency,
        nextStep: dice.pick(NEXT_STEPS),
        nextStepAt: momentIn(story, deal.beside.whole(2, 12)),
      },
      { actor: closer.id },
    )
    if (dice.chance(0.4)) record(story, 'email.sent', { subject: 'The offer' }, { actor: closer.id })
    advanceDeal(story, seller, closer, { ...deal, amountCents, step: deal.step + 1 })
  })
}

/** Buyers, when they are asked, name the price less often than sellers do. */
function askBuyer(story: DemoStory, closer: CastMember, { deal, beside }: Deal): void {
  if (!beside.chance(0.3)) return
  const reason = beside.pick(BUYER_REASONS, BUYER_WEIGHTS)
  const saidBy = beside.chance(0.6) ? 'buyer' : 'survey'
  plan(story, story.now + beside.whole(5, 20) * dayMs, () =>
    record(story, 'deal.explained', { deal, reason, saidBy }, { actor: closer.id }),
  )
}

function loseDeal(story: DemoStory, closer: CastMember, told: Deal): void {
  const { deal, beside } = told
  const reason = story.profile.dice.pick(LOST_REASONS, LOST_WEIGHTS)
  const also = beside.chance(0.25) ? [beside.pick(LOST_REASONS)].filter((each) => each !== reason) : []
  const competitor = reason === 'chose a competitor' ? { competitor: story.profile.dice.pick(COMPETITORS) } : {}
  const kind = reason === 'no decision' ? 'deal.undecided' : 'deal.lost'
  record(story, kind, { deal, reason, also, saidBy: 'seller', ...competitor }, { actor: closer.id })
  askBuyer(story, closer, told)
}

function endDeal(story: DemoStory, seller: CastMember, closer: CastMember, told: Deal): void {
  const { dice, quality } = story.profile
  const { deal, amountCents, beside } = told
  const money = { amountCents, currency: COMPANY.currency }
  if (!dice.chance(chanceOf(0.32, Math.sqrt(quality) * (seller.character?.skill ?? 1)))) {
    loseDeal(story, closer, told)
    return
  }
  const reason = beside.pick(BUYER_REASONS)
  const sign = () => {
    const signed = record(
      story,
      'contract.signed',
      {
        deal,
        ...money,
        signedBy: story.profile.name,
        signedOn: dayOf(story.now),
        signatories: [story.profile.name, closer.name],
        document: demoId(`${story.world.seed} ${deal} contract`),
      },
      { actor: closer.id },
    )
    if (signed && beside.chance(0.6))
      record(
        story,
        'deal.explained',
        { deal, reason, saidBy: beside.chance(0.7) ? 'seller' : 'buyer' },
        { actor: closer.id },
      )
    meetNeeds(story, closer.id, COMPANY.product)
  }
  if (dice.chance(0.5)) {
    record(
      story,
      'deal.won',
      { deal, ...money, closer: closer.id, sdr: seller.id, proof: 'none', reason, saidBy: 'seller' },
      { actor: closer.id },
    )
    // Some contracts never find their way into the file.
    if (beside.chance(0.75)) plan(story, afterWork(closer.calendar, story.now, dice.whole(1, 6) * DAY_MINUTES), sign)
    else dice.whole(1, 6)
  } else sign()
  const reference = `RG-${beside.whole(10_000, 99_999)}`
  const pays = story.now + dice.whole(14, 55) * dayMs
  if (beside.chance(0.85)) plan(story, pays, () => record(story, 'payment.received', { deal, ...money, reference }))
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/** Whole tens of the currency: offers are round. */
function roundCents(cents: number): number {
  return Math.max(1, Math.round(cents / 1_000)) * 1_000
}
