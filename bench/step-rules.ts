import { compileAgreement } from '@ensemble/engine/agreement/compile-agreement.ts'
import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import type { Fact } from '@ensemble/engine/facts/fact.ts'
import { emptyState, type PersonState } from '@ensemble/engine/lifecycle/state.ts'

/** Twenty clauses of an agreement: eight of fit, six of engagement, two that qualify, four routes. */
export const FIT = [
  ['account.employees >= 50', 30],
  ['person.role in ["owner", "operations"]', 25],
  ['account.country in ["BR", "PT", "AR"]', 20],
  ['account.revenue_cents > 100000000 && account.employees < 5000', 10],
  ['account.industry == "retail" || account.industry == "food"', 12],
  ['person.title != "intern"', 3],
  ['account.employees > 500 && person.title in ["head", "chief"]', 18],
  ['person.country == account.country', 5],
] as const
export const ENGAGEMENT = [
  ['form.path.startsWith("/pricing")', 9],
  ['form.name == "price list"', 40],
  ['form.name in ["webinar", "guide"]', 12],
  ['form.wants_call', 35],
  ['form.path == "/" && person.language == "en"', 4],
  ['form.name == "newsletter" || form.path.startsWith("/blog")', 2],
] as const
export const QUALIFY = ['fit >= 60.0 && engagement > 30.0', 'engagement >= 45.0 || account.segment == "key"'] as const
export const ROUTES = [
  'account.segment == "key" && account.industry != "none"',
  'account.country == "PT" || person.language == "pt"',
  'account.employees >= 1000',
  'account.country in ["BR", "AR", "CL", "UY"] && person.language != "en"',
] as const

const list = (rows: readonly string[]): string => rows.map((row) => `  ${row}\n`).join('')
const rule = (name: string, when: string, rest: string): string => `${name}: { when: ${JSON.stringify(when)}, ${rest} }`

export function documentOf(fit: readonly (readonly [string, number])[]): string {
  return `title: Bench
parties: { marketing: { team: Marketing, signs: 1 }, sales: { team: Sales, signs: 1 } }
calendar: { zone: Europe/Paris, hours: { mon-fri: [09:00-18:00] } }
fit:
${list(fit.map(([when, points], index) => rule(`F${index + 1}`, when, `points: ${points}`)))}engagement:
  half_life: 30 days
${list(ENGAGEMENT.map(([when, points], index) => rule(`E${index + 1}`, when, `on: form.submitted, points: ${points}`)))}  E20: { on: page.viewed, points: 3, at_most: 12 a day }
grades: { letter: { A: 70, B: 45, C: 20 }, number: { 1: 60, 2: 30, 3: 10 } }
stages:
  inquiry: { owner: marketing }
  qualified:
    owner: marketing
    when:
${list(QUALIFY.map((when, index) => `    Q${index + 1}: { when: ${JSON.stringify(when)} }`))}  accepted: { owner: sales }
  contacted: { owner: sales }
  opportunity: { owner: sales }
  won: { owner: sales }
routing:
${list(ROUTES.map((when, index) => rule(`R${index + 1}`, when, 'to: pool All')))}pools: { All: { people: team Sales, order: round robin } }
nobody_free: { keep_for: 1 working hour, then: tell manager }
when_late: { then: [] }
reasons: { reject: { no: { then: close } }, disqualify: { no: { close: true } } }
returns: { stale_after: 180 days }
`
}

export function compileBench(document = documentOf(FIT)): CompiledAgreement {
  const compiled = compileAgreement(document, 1)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems.slice(0, 3)))
  return compiled.agreement
}

function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Lead = { state: PersonState; form: Extract<Fact, { kind: 'form.submitted' }>; facts: Fact[] }
const START = Date.parse('2026-11-23T09:00:00Z')

/** Seeded leads with what is known of them, a form they sent, and the story that led there. Fresh: no two share a text. */
export function makeLeads(count: number, isFresh: boolean): Lead[] {
  const next = random(20_261_125)
  const fresh = (text: string): string => (isFresh ? Buffer.from(text).toString() : text)
  const pick = (...choices: readonly string[]): string => fresh(choices[Math.floor(next() * choices.length)] ?? '')
  return Array.from({ length: count }, (_, index) => {
    const person = {
      title: pick('intern', 'staff', 'head', 'chief'),
      role: pick('owner', 'operations', 'marketing', 'other'),
      country: pick('BR', 'PT', 'FR', 'US'),
      language: pick('pt', 'es', 'en', 'fr'),
    }
    const account = {
      industry: pick('retail', 'food', 'metal', 'none'),
      employees: Math.floor(2 ** (next() * 13)),
      revenueCents: Math.floor(next() * 400_000_000),
      country: pick('BR', 'PT', 'AR', 'CL', 'UY', 'FR', 'DE', 'US'),
      segment: pick('key', 'small', 'middle', 'middle'),
    }
    const fact = <K extends Fact['kind']>(kind: K, minutes: number, data: object) =>
      ({
        id: `${index}-${minutes}`,
        kind,
        at: START + minutes * 60_000,
        recordedAt: START,
        source: 'bench',
        messageId: `${index}-${minutes}`,
        actor: null,
        isHistory: false,
        touch: null,
        data,
      }) as unknown as Extract<Fact, { kind: K }>
    const form = fact('form.submitted', 4, {
      name: pick('price list', 'webinar', 'guide', 'newsletter'),
      path: pick('/pricing/pro', '/', '/blog/a'),
      wantsCall: next() < 0.2,
    })
    const { revenueCents, ...rest } = account
    return {
      state: {
        ...emptyState(),
        person: { ...person, has_phone: false, asked_for_a_call: false },
        account: { ...rest, revenue_cents: revenueCents },
      },
      form,
      facts: [
        fact('person.identified', 0, { person, account }),
        fact('page.viewed', 1, { path: pick('/', '/pricing') }),
        fact('page.viewed', 2, { path: pick('/', '/blog') }),
        form,
        fact('page.viewed', 5, { path: '/' }),
      ],
    }
  })
}
