import { accountOf, type DemoAccount, workplaceOf } from './accounts-of-demo.ts'
import type { Arrival } from './arrivals.ts'
import { CHANNELS } from './channels.ts'
import { type Dice, makeDice } from './dice.ts'
import { makeName, slugOf } from './person-names.ts'

const ROLES = ['owner', 'director', 'operations', 'sales', 'marketing', 'it', 'finance', 'student', 'other'] as const
const TITLES: Record<(typeof ROLES)[number], { fr: string; en: string }> = {
  owner: { fr: 'Gérante', en: 'Owner' },
  director: { fr: 'Direction technique', en: 'Technical director' },
  operations: { fr: 'Responsable d’exploitation', en: 'Head of operations' },
  sales: { fr: 'Direction commerciale', en: 'Head of sales' },
  marketing: { fr: 'Communication', en: 'Marketing' },
  it: { fr: 'Informatique', en: 'IT' },
  finance: { fr: 'Contrôle de gestion', en: 'Controller' },
  student: { fr: 'Étudiant', en: 'Student' },
  other: { fr: 'Assistance', en: 'Assistant' },
}

/** Somebody who will be met: who they are, and what they are like underneath. */
export type Profile = {
  index: number
  dice: Dice
  arrival: Arrival
  account: DemoAccount
  name: string
  email: string
  phone: string | null
  role: (typeof ROLES)[number]
  title: string
  /** Whether they say on the form what they do. */
  tellsRole: boolean
  language: 'fr' | 'en'
  /** Odds factor on everything good that may follow: how well they fit, and how they came. */
  quality: number
  anonymousId: string
}

const SIZE_ODDS = { small: 0.6, middle: 1.25, large: 1.05 } as const
const ROLE_ODDS: Partial<Record<Profile['role'], number>> = {
  owner: 1.3,
  director: 1.45,
  operations: 1.5,
  student: 0.05,
  other: 0.5,
  it: 0.7,
}

/** The n-th person of the demo: always the same for the same seed and arrival. */
export function makeProfile(seed: number, index: number, arrival: Arrival): Profile {
  const dice = makeDice(`${seed}:person:${index}`)
  const { account: place, place: ordinal } = workplaceOf(index)
  const account = accountOf(seed, place)
  const { first, last } = makeName(dice, account.country.code, ordinal)
  const social = arrival.channel === 'social'
  const role = dice.pick(ROLES, social ? [10, 10, 18, 6, 8, 8, 5, 20, 15] : [14, 18, 30, 7, 6, 8, 6, 3, 8])
  const language = account.country.language === 'fr' ? 'fr' : 'en'
  const hasPhone = account.country.phone !== null && dice.chance(social ? 0.25 : 0.46)
  return {
    index,
    dice,
    arrival,
    account,
    name: `${first} ${last}`,
    email: `${slugOf(first)}.${slugOf(last)}@${account.domain}`,
    phone: hasPhone ? (account.country.phone?.(dice) ?? null) : null,
    role,
    title: TITLES[role][language],
    tellsRole: dice.chance(social ? 0.4 : 0.62),
    language,
    quality:
      CHANNELS[arrival.channel].quality *
      SIZE_ODDS[account.segment] *
      (ROLE_ODDS[role] ?? 1) *
      campaignOdds(arrival) *
      dice.lognormal(1, 0.3),
    anonymousId: `demo-visitor-${index}`,
  }
}

/** A tactic wears out: the quality of its leads goes from its first value to its last. */
function campaignOdds({ campaign, age }: Arrival): number {
  if (campaign === null) return 1
  const [fresh, worn] = campaign.quality
  return fresh + (worn - fresh) * age
}
