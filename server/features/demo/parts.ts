import type { Role } from '../../http/contract.ts'
import { CHARACTER_NAMES, type CharacterName } from './characters.ts'
import { makeDice } from './dice.ts'
import { makeName } from './person-names.ts'

type Hours = { zone: string; hours: Record<string, string[]> }

/** Who somebody of the demo company is, before dates and ids are known. */
export type Part = {
  name: string
  role: Role
  team: 'sales' | 'closers' | 'marketing' | 'content'
  locale: 'en' | 'fr'
  character: CharacterName | null
  hours: Hours | null
  joinedDaysAgo: number
  leftDaysAgo?: number
  isAwayNow?: boolean
}

const LONDON: Hours = { zone: 'Europe/London', hours: { 'mon-fri': ['09:00-12:30', '13:30-17:30'] } }
const TORONTO: Hours = {
  zone: 'America/Toronto',
  hours: { 'mon-thu': ['08:30-12:00', '13:00-17:00'], fri: ['08:30-13:30'] },
}
const BEFORE = 1_100

function part(name: string, role: Role, team: Part['team'], locale: 'en' | 'fr', more: Partial<Part> = {}): Part {
  return { name, role, team, locale, character: null, hours: null, joinedDaysAgo: BEFORE, ...more }
}

/** The first of them is the seller whose screen visitors of the demo look at. */
const SELLERS: readonly Part[] = [
  part('Camille Brissac', 'seller', 'sales', 'fr', { character: 'quick' }),
  part('Hugo Ravanel', 'seller', 'sales', 'fr', { character: 'steady' }),
  part('Inès Cazenave', 'seller', 'sales', 'fr', { character: 'average' }),
  part('Thomas Kirchhoff', 'seller', 'sales', 'en', { character: 'slow' }),
  part('Marta Olivares', 'seller', 'sales', 'en', { character: 'uneven' }),
  part('Priya Harkness', 'seller', 'sales', 'en', { character: 'steady', hours: LONDON, isAwayNow: true }),
  part('Gabriel Desrosiers', 'seller', 'sales', 'fr', { character: 'quick', hours: TORONTO, joinedDaysAgo: 210 }),
  part('Luc Faugeras', 'seller', 'sales', 'fr', { character: 'slow', leftDaysAgo: 275 }),
]

/** Everyone who is sent no leads. */
export const OTHERS: readonly Part[] = [
  part('Olivier Sandford', 'manager', 'sales', 'en'),
  part('Salomé Kerbrat', 'seller', 'closers', 'fr'),
  part('Edwin Fairbairn', 'seller', 'closers', 'en', { hours: LONDON }),
  part('Nadia Mezziane', 'manager', 'marketing', 'fr'),
  part('Jules Thévenot', 'marketer', 'marketing', 'fr'),
  part('Anke Lohmeyer', 'marketer', 'marketing', 'en', { joinedDaysAgo: 400 }),
  part('Élise Vallois', 'marketer', 'content', 'fr'),
  part('Rowan Yardley', 'marketer', 'content', 'en'),
]

const LEADS_A_SELLER = 12_000

/** Those who get leads: the eight, and more of the same kinds when there are more leads than eight people can call. */
export function leadSellers(leads: number, seed: number): Part[] {
  const count = Math.max(SELLERS.length, Math.ceil(leads / LEADS_A_SELLER))
  const taken = new Set([...SELLERS, ...OTHERS].map(({ name }) => name))
  const parts = [...SELLERS]
  for (let i = 0; parts.length < count; i += 1) {
    const dice = makeDice(`${seed}:seller:${i}`)
    const { first, last } = makeName(dice, dice.pick(['FR', 'GB', 'DE', 'ES'] as const), i)
    const name = `${first} ${last}`
    if (taken.has(name)) continue
    taken.add(name)
    parts.push(
      part(name, 'seller', 'sales', dice.pick(['en', 'fr'] as const), { character: dice.pick(CHARACTER_NAMES) }),
    )
  }
  return parts
}
