import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import type { Calendar } from '@ensemble/engine/worktime/calendar.ts'
import { momentOf } from '@ensemble/engine/worktime/local-time.ts'
import { parseCalendar } from '@ensemble/engine/worktime/parse-calendar.ts'
import { dayMs } from '@ensemble/engine/worktime/time-units.ts'
import type { Role } from '../../http/contract.ts'
import { type Away, absencesOf } from './absences-of-demo.ts'
import { CHARACTERS, type Character } from './characters.ts'
import { makeDice } from './dice.ts'
import { leadSellers, OTHERS, type Part } from './parts.ts'
import { slugOf } from './person-names.ts'

export const COMPANY = {
  name: 'Brisevent',
  domain: 'brisevent.example',
  product: 'Relais',
  about: 'Relais plans the day of people who repair things at other people’s places',
  currency: 'EUR',
} as const

export type CastMember = {
  id: string
  name: string
  email: string
  role: Role
  team: string
  side: 'marketing' | 'sales'
  locale: 'en' | 'fr'
  isActive: boolean
  /** Written hours of their own, or null for the agreement's. */
  hours: { zone: string; hours: Record<string, string[]> } | null
  joinedAt: number
  leftAt: number | null
  away: Away[]
  /** Their hours and absences: what they live by. */
  calendar: Calendar
  character: Character | null
}

export type Cast = {
  teams: { name: string; side: 'marketing' | 'sales' }[]
  members: CastMember[]
  /** Those who get leads. */
  sellers: CastMember[]
  /** Those who close the large deals. */
  closers: CastMember[]
  marketers: CastMember[]
  managers: CastMember[]
}

export type CastOptions = { seed: number; leads: number; endsAt: number; zone: string; agreement: CompiledAgreement }

/** The people of the demo company. Above a few thousand leads a year there are more sellers, so that a day is still a day. */
export function makeCast(options: CastOptions): Cast {
  const names = teamNames(options.agreement)
  const parts = [...leadSellers(options.leads, options.seed), ...OTHERS]
  const members = parts.map((part, index) => memberOf(part, index, names, options))
  return {
    teams: [
      { name: names.sales, side: 'sales' },
      { name: names.closers, side: 'sales' },
      { name: names.marketing, side: 'marketing' },
      { name: names.content, side: 'marketing' },
    ],
    members,
    sellers: members.filter((member) => member.character !== null && member.team === names.sales),
    closers: members.filter((member) => member.team === names.closers),
    marketers: members.filter((member) => member.side === 'marketing'),
    managers: members.filter((member) => member.role === 'manager'),
  }
}

type TeamNames = Record<Part['team'], string>

/** The teams the agreement speaks of, and one more on each side. */
function teamNames(agreement: CompiledAgreement): TeamNames {
  const pool = [...agreement.pools.values()].find(({ people }) => 'team' in people)
  const sales = pool !== undefined && 'team' in pool.people ? pool.people.team : agreement.document.parties.sales.team
  return {
    sales,
    closers: 'Key accounts',
    marketing: agreement.document.parties.marketing.team,
    content: 'Content and events',
  }
}

function memberOf(part: Part, index: number, names: TeamNames, { seed, endsAt, agreement }: CastOptions): CastMember {
  const dice = makeDice(`${seed}:member:${index}`)
  const zone = part.hours?.zone ?? agreement.calendar.zone
  const away = absencesOf(dice, zone, endsAt, part.isAwayNow === true)
  const own = part.hours === null ? null : parseCalendar(part.hours)
  const base = own?.ok
    ? { ...agreement.calendar, zone: own.calendar.zone, hours: own.calendar.hours }
    : agreement.calendar
  const joinedAt = momentOf(zone, { day: Math.floor(endsAt / dayMs) - part.joinedDaysAgo, timeMs: 9 * 3_600_000 })
  return {
    id: dice.id(),
    name: part.name,
    email: `${slugOf(part.name).replaceAll('-', '.')}@${COMPANY.domain}`,
    role: part.role,
    team: names[part.team],
    side: part.team === 'sales' || part.team === 'closers' ? 'sales' : 'marketing',
    locale: part.locale,
    isActive: part.leftDaysAgo === undefined,
    hours: part.hours,
    joinedAt,
    leftAt: part.leftDaysAgo === undefined ? null : Math.floor(endsAt / dayMs) * dayMs - part.leftDaysAgo * dayMs,
    away,
    calendar: { ...base, away: [...base.away, ...away.map(({ from, to }) => ({ from, to }))] },
    character: part.character === null ? null : CHARACTERS[part.character],
  }
}
