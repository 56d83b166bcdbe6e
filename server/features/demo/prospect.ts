import type { Touch } from '@ensemble/engine/facts/fact.ts'
import type { FactData } from '@ensemble/engine/facts/kinds.ts'
import { localTimeOf, momentOf } from '@ensemble/engine/worktime/local-time.ts'
import { dayMs, hourMs, minuteMs } from '@ensemble/engine/worktime/time-units.ts'
import { CHANNELS, type ChannelName } from './channels.ts'
import type { Profile } from './profile.ts'
import { type DemoStory, openAttemptOf, plan, record, together } from './story.ts'

const FORMS = ['demo request', 'call me back', 'price list', 'guide', 'calculator', 'webinar seat', 'contact'] as const

/** Share that leaves an address for the letter or a paper, and asks for nothing yet. */
const SUBSCRIBES: Record<ChannelName, number> = {
  'organic search': 0.5,
  'paid search': 0.36,
  social: 0.72,
  email: 0.45,
  event: 0,
  referral: 0.1,
  direct: 0.3,
  partner: 0.2,
}

/** Where this arrival came from, as the fact carries it. */
export function touchOf({ arrival }: Profile): Touch {
  const { channel, campaign } = arrival
  return {
    channel,
    origin: CHANNELS[channel].origin,
    campaign: campaign?.name ?? null,
    landingPage: campaign?.landingPage ?? CHANNELS[channel].pages[0],
  }
}

/** How somebody comes: pages read before anyone knows their name, then the moment in which they say it. */
export function planArrival(story: DemoStory): void {
  const { profile } = story
  const { dice, arrival } = profile
  const isFair = arrival.channel === 'event'
  if (!isFair) planReading(story, arrival.at - dice.whole(2, 25) * minuteMs, dice.whole(0, 3), touchOf(profile))
  if (!isFair && dice.chance(0.25)) planReading(story, earlierDay(story), dice.whole(1, 3), touchOf(profile))
  plan(story, arrival.at, () => introduce(story))
  if (dice.chance(0.2)) plan(story, arrival.at + dice.whole(1, 40) * minuteMs, () => read(story, '/pricing'))
  planNurture(story)
}

function earlierDay(story: DemoStory): number {
  const { dice, arrival } = story.profile
  return arrival.at - dice.whole(1, 30) * dayMs - dice.whole(0, 5) * hourMs
}

function planReading(story: DemoStory, from: number, pages: number, touch: Touch): void {
  const { dice, arrival } = story.profile
  let at = from
  for (let i = 0; i < pages && at < arrival.at; i += 1) {
    const path = i === 0 && touch.landingPage !== null ? touch.landingPage : dice.pick(CHANNELS[arrival.channel].pages)
    plan(story, at, () => record(story, 'page.viewed', { path }, { touch: i === 0 ? touch : null }))
    at += dice.whole(20, 240) * 1_000
  }
}

function read(story: DemoStory, path: string): void {
  record(story, 'page.viewed', { path })
}

/** They say who they are, and raise a hand, both at once as a form does: with this form, or as it happens. */
export function introduce(story: DemoStory, form: string | null = null): void {
  const { profile } = story
  const { account, dice } = profile
  story.who = { email: profile.email, anonymousId: profile.anonymousId }
  together(story, () => {
    record(
      story,
      'person.identified',
      {
        person: {
          name: profile.name,
          email: profile.email,
          ...(profile.phone === null ? {} : { phone: profile.phone }),
          ...(profile.tellsRole ? { title: profile.title, role: profile.role } : {}),
          country: account.country.code,
          city: account.city,
          language: profile.language,
        },
        account: {
          name: account.name,
          domain: account.domain,
          industry: account.industry,
          employees: account.employees,
          revenueCents: account.revenueCents,
          country: account.country.code,
          city: account.city,
          segment: account.segment,
        },
      },
      { touch: touchOf(profile) },
    )
    if (form === null) raiseHand(story, touchOf(profile))
    else record(story, 'form.submitted', { name: form, path: '/pricing' }, { touch: touchOf(profile) })
  })
  if (dice.chance(0.7)) record(story, 'consent.given', agreed(profile.language))
}

/** The box on the form that putForms makes, in the words of the first version. */
function agreed(language: string): FactData['consent.given'] {
  const isFrench = language.startsWith('fr')
  return {
    purpose: 'marketing-email',
    proof: isFrench
      ? 'J’accepte de recevoir des actualités et des offres par e-mail. Je peux revenir sur ce choix à tout moment.'
      : 'I agree to receive news and offers by e-mail. I can take this back at any time.',
    form: 'price-list',
    version: 1,
    language: isFrench ? 'fr' : 'en',
  }
}

function raiseHand(story: DemoStory, touch: Touch): void {
  const { profile } = story
  const { dice, arrival } = profile
  const { campaign } = arrival
  if (arrival.channel === 'event') {
    record(story, 'event.attended', { name: campaign?.name ?? 'Open day' }, { touch })
    return
  }
  if (campaign?.landingPage === '/key' || campaign?.landingPage === '/cle') {
    record(story, 'letter.answered', { name: campaign.name }, { touch })
    return
  }
  if (arrival.channel === 'referral' && dice.chance(0.5)) {
    record(story, 'referral.made', { by: 'a customer' }, { touch })
    return
  }
  if (dice.chance(SUBSCRIBES[arrival.channel])) {
    record(story, 'event.tracked', { name: 'letter subscribed', properties: { path: touch.landingPage } }, { touch })
    return
  }
  const weights = arrival.channel === 'social' ? [4, 4, 8, 34, 40, 8, 2] : [16, 12, 17, 22, 5, 10, 18]
  const name = dice.pick(FORMS, weights)
  const path = touch.landingPage ?? '/contact'
  const wantsCall = name === 'call me back' || (name === 'demo request' && dice.chance(0.5))
  record(story, 'form.submitted', { name, path, ...(wantsCall ? { wantsCall } : {}) }, { touch })
}

/** Letters and visits of the weeks after, while nobody has talked with them for good. */
function planNurture(story: DemoStory): void {
  const { dice, arrival } = story.profile
  let at = arrival.at
  for (let i = dice.pick([0, 1, 2, 3, 4], [40, 25, 18, 10, 7]); i > 0; i -= 1) {
    at = eveningOrMorning(story, at + dice.whole(4, 24) * dayMs)
    const opens = at
    plan(story, opens, () => {
      record(story, 'email.opened', { name: 'Relais letter' })
      if (dice.chance(0.3)) record(story, 'email.clicked', { name: 'Relais letter', url: '/pricing' })
      if (dice.chance(0.2)) read(story, '/pricing')
      if (dice.chance(0.12)) read(story, '/guides/planning-board')
      // The last letter is one too many for some: they click on the link at its foot.
      if (i === 1 && story.profile.index % 9 === 4) record(story, 'consent.withdrawn', { purpose: 'marketing-email' })
    })
  }
  if (dice.chance(0.1)) plan(story, arrival.at + dice.whole(20, 150) * dayMs, () => comeBack(story))
  if (dice.chance(0.05)) {
    plan(story, arrival.at + dice.whole(10, 60) * dayMs, () => {
      if (story.state.attempt?.stage === 'inquiry') record(story, 'event.attended', { name: 'Open day' })
    })
  }
}

function eveningOrMorning(story: DemoStory, at: number): number {
  const { zone } = story.profile.account.country
  const { dice } = story.profile
  return momentOf(zone, {
    day: localTimeOf(zone, at).day,
    timeMs: dice.pick([8, 9, 12, 18, 21]) * hourMs + dice.whole(0, 3_599_000),
  })
}

/** Somebody whose story was over, or had gone quiet, comes again by another door. */
export function comeBack(story: DemoStory): void {
  const { dice } = story.profile
  const attempt = openAttemptOf(story)
  // Who is being worked needs no form; who bought is a customer.
  if (story.state.attempt?.outcome === 'won' || (attempt !== null && attempt.stage !== 'inquiry')) return
  const touch: Touch = {
    channel: dice.pick(['direct', 'email', 'organic search'] as const),
    origin: 'return',
    campaign: null,
    landingPage: '/pricing',
  }
  record(story, 'page.viewed', { path: '/pricing' }, { touch })
  record(
    story,
    'form.submitted',
    { name: dice.pick(['price list', 'demo request', 'contact'] as const), path: '/pricing' },
    { touch },
  )
}
