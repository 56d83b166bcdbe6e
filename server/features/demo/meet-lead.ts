import { dayMs } from '@ensemble/engine/worktime/time-units.ts'
import { type CastMember, COMPANY } from './cast.ts'
import { disqualify } from './disqualify-lead.ts'
import { giveFeedback } from './give-feedback.ts'
import { demoId, hearNeeds, meetNeeds, suspectNeeds } from './needs-of-demo.ts'
import { chanceOf } from './odds.ts'
import { DAY_MINUTES, planWork } from './plan-work.ts'
import { type DemoStory, openAttemptOf, plan, record } from './story.ts'
import { COMPETITORS, LOST_REASONS, LOST_WEIGHTS, NEXT_STEPS, NOTES, sayNeed } from './words.ts'
import { afterWork } from './worktime-of-demo.ts'

const DEALS = { small: 420_000, middle: 1_450_000, large: 5_200_000 } as const
const STAGES = ['discovery', 'proposal', 'negotiation'] as const

/** They are interested: a meeting, what they need, and a deal. */
export function meet(story: DemoStory, seller: CastMember): void {
  const { dice } = story.profile
  const minutes = dice.whole(1, 8) * DAY_MINUTES + dice.whole(0, 300)
  const startsAt = new Date(afterWork(seller.calendar, story.now, minutes)).toISOString()
  record(story, 'meeting.booked', { startsAt }, { actor: seller.id })
  suspectNeeds(story)
  planWork(story, seller, minutes, () => {
    if (dice.chance(0.14)) {
      record(story, 'note.written', { text: 'Nobody came to the meeting.' }, { actor: seller.id })
      planWork(story, seller, dice.whole(1, 6) * DAY_MINUTES, () => disqualify(story, seller))
      return
    }
    hearThem(story, seller)
  })
}

function hearThem(story: DemoStory, seller: CastMember): void {
  const { dice, language } = story.profile
  const meeting = demoId(`${story.world.seed} ${story.profile.index} meeting ${story.facts.length}`)
  record(story, 'meeting.held', { durationS: dice.whole(1_500, 3_600) }, { actor: seller.id, factId: meeting })
  const needs = new Map(
    Array.from({ length: dice.whole(1, 3) }, () => sayNeed(dice, language)).map((said) => [said.need, said.quote]),
  )
  hearNeeds(story, seller.id, meeting, needs)
  const [need = ''] = needs.keys()
  if (dice.chance(0.3)) record(story, 'note.written', { text: dice.pick(NOTES[language]) }, { actor: seller.id })
  giveFeedback(story, seller, 'good')
  const minutes = dice.chance(0.6) ? dice.whole(3, 60) : dice.whole(1, 3) * DAY_MINUTES
  planWork(story, seller, minutes, () => openDeal(story, seller, need))
}

function openDeal(story: DemoStory, seller: CastMember, need: string): void {
  const { dice, account, index } = story.profile
  const number = openAttemptOf(story)?.number ?? 1
  const deal = `demo-${story.world.seed}-${index}-${number}`
  const amountCents = roundCents(dice.lognormal(DEALS[account.segment], 0.55))
  const { closers } = story.world.cast
  const isLarge = account.segment === 'large' || (account.segment === 'middle' && dice.chance(0.4))
  const closer = isLarge && closers.length > 0 ? dice.pick(closers) : seller
  record(
    story,
    'deal.opened',
    {
      deal,
      name: `${COMPANY.product}, ${account.name}`,
      amountCents,
      currency: COMPANY.currency,
      need,
      nextStep: dice.pick(NEXT_STEPS),
      closer: closer.id,
      sdr: seller.id,
    },
    { actor: seller.id },
  )
  advanceDeal(story, seller, closer, { deal, amountCents, step: 1, steps: dice.whole(1, 3) })
}

/** A deal whose seller left goes on with a colleague. */
export function continueDeal(story: DemoStory, seller: CastMember, deal: string, amountCents: number): void {
  advanceDeal(story, seller, seller, { deal, amountCents, step: 2, steps: 2 })
}

type Deal = { deal: string; amountCents: number; step: number; steps: number }

function advanceDeal(story: DemoStory, seller: CastMember, closer: CastMember, deal: Deal): void {
  const { dice } = story.profile
  const pace = seller.character !== null && seller.character.forgets > 0.1 ? 1.6 : 1
  planWork(story, seller, dice.lognormal(5.5, 0.5) * pace * DAY_MINUTES, () => {
    if (deal.step > deal.steps) {
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
      },
      { actor: closer.id },
    )
    if (dice.chance(0.4)) record(story, 'email.sent', { subject: 'The offer' }, { actor: closer.id })
    advanceDeal(story, seller, closer, { ...deal, amountCents, step: deal.step + 1 })
  })
}

function endDeal(story: DemoStory, seller: CastMember, closer: CastMember, { deal, amountCents }: Deal): void {
  const { dice, quality } = story.profile
  const money = { amountCents, currency: COMPANY.currency }
  if (!dice.chance(chanceOf(0.32, Math.sqrt(quality) * (seller.character?.skill ?? 1)))) {
    const reason = dice.pick(LOST_REASONS, LOST_WEIGHTS)
    const competitor = reason === 'chose a competitor' ? { competitor: dice.pick(COMPETITORS) } : {}
    record(story, 'deal.lost', { deal, reason, ...competitor }, { actor: closer.id })
    return
  }
  const sign = () => {
    record(story, 'contract.signed', { deal, ...money, signedBy: story.profile.name }, { actor: closer.id })
    meetNeeds(story, closer.id, COMPANY.product)
  }
  if (dice.chance(0.5)) {
    record(
      story,
      'deal.won',
      { deal, ...money, closer: closer.id, sdr: seller.id, proof: 'none' },
      { actor: closer.id },
    )
    plan(story, afterWork(closer.calendar, story.now, dice.whole(1, 6) * DAY_MINUTES), sign)
  } else sign()
  plan(story, story.now + dice.whole(14, 55) * dayMs, () => record(story, 'payment.received', { deal, ...money }))
}

/** Whole tens of the currency: offers are round. */
function roundCents(cents: number): number {
  return Math.max(1, Math.round(cents / 1_000)) * 1_000
}
