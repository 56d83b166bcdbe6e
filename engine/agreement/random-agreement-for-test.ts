import type { Fact } from '../facts/fact.ts'
import type { FactData, FactKind } from '../facts/kinds.ts'
import { fact } from '../lifecycle/story-for-test.ts'
import { nextRandom, seedRandom } from '../stats/random.ts'

export type Dice = {
  upTo(limit: number): number
  pick<T>(...choices: readonly T[]): T
  isLikely(chance: number): boolean
}

/** The throws of a seed: the same seed throws the same. */
export function diceOf(seed: number): Dice {
  let state = seedRandom(seed)
  const next = (): number => {
    const draw = nextRandom(state)
    state = draw.state
    return draw.value
  }
  return {
    upTo: (limit) => Math.floor(next() * limit),
    pick<T>(...choices: readonly T[]): T {
      const [first] = choices
      const picked = choices[Math.floor(next() * choices.length)] ?? first
      if (picked === undefined) throw new Error('there is something to pick from')
      return picked
    },
    isLikely: (chance) => next() < chance,
  }
}

const WORDS = ['owner', 'fr', 'pt', 'retail', '/pricing', '/pricing/pro', 'price list', 'a.example', 'É', 'key', '']
const NUMBERS = [0, 1, 49, 50, 51, 500, 100_000, -3]

type Fields = { texts: readonly string[]; numbers: readonly string[]; flags: readonly string[]; any: readonly string[] }
const WHO: Fields = {
  texts: [
    'person.role',
    'person.country',
    'person.email_domain',
    'person.title',
    'account.industry',
    'account.segment',
  ],
  numbers: ['account.employees', 'account.revenue_cents'],
  flags: ['person.has_phone', 'person.email_is_free_mail', 'person.asked_for_a_call'],
  any: ['traits.plan', 'traits.seats'],
}
const FORM: Fields = {
  ...WHO,
  texts: [...WHO.texts, 'form.name', 'form.path'],
  flags: [...WHO.flags, 'form.wants_call'],
  any: [...WHO.any, 'form.fields.plan'],
}
const PAGE: Fields = { ...WHO, texts: [...WHO.texts, 'page.path', 'page.path', 'page.title'] }
const LEAD: Fields = {
  ...WHO,
  texts: [...WHO.texts, 'lead.channel', 'lead.origin', 'lead.landing_page'],
  numbers: [...WHO.numbers, 'lead.attempt'],
}

const DEAL: Fields = {
  ...LEAD,
  texts: [...LEAD.texts, 'deal.name', 'deal.currency', 'deal.stage'],
  numbers: [...LEAD.numbers, 'deal.amount_cents', 'deal.days_to_close', 'deal.days_open', 'deal.people'],
  flags: [...LEAD.flags, 'deal.offer_sent', 'deal.has_need', 'deal.competitor_asked', 'deal.has_decision_maker'],
}

/** A condition over some fields, of every form the language has. */
function condition(dice: Dice, fields: Fields, scores: boolean, depth = 0): string {
  const word = () => JSON.stringify(dice.pick(...WORDS))
  const inner = () => condition(dice, fields, scores, depth + 1)
  if (depth < 3 && dice.isLikely(0.45)) {
    switch (dice.upTo(5)) {
      case 0:
        return `(${inner()} && ${inner()})`
      case 1:
        return `(${inner()} || ${inner()})`
      case 2:
        return `!(${inner()})`
      case 3:
        return `(${inner()} ? ${inner()} : ${inner()})`
      default:
        return `(${inner()} || ${inner()} && ${inner()})`
    }
  }
  if (scores && dice.isLikely(0.4)) {
    return dice.pick(
      `fit ${dice.pick('>=', '<', '>')} ${dice.upTo(100)}.0`,
      `engagement ${dice.pick('>=', '<=')} ${dice.upTo(80)}.5`,
      `grade in ["A${1 + dice.upTo(4)}", "B1", "C${1 + dice.upTo(4)}"]`,
      `grade != "D4"`,
    )
  }
  const text = dice.pick(...fields.texts)
  switch (dice.upTo(9)) {
    case 0:
      return `${text} == ${word()}`
    case 1:
      return `${text} != ${word()}`
    case 2:
      return `${text} in [${word()}, ${word()}, ${word()}]`
    case 3:
      return `${text}.${dice.pick('startsWith', 'endsWith', 'contains')}(${word()})`
    case 4:
      return `${dice.pick(...fields.numbers)} ${dice.pick('<', '<=', '>', '>=', '==', '!=')} ${dice.pick(...NUMBERS)}`
    case 5:
      return dice.pick(...fields.flags)
    case 6:
      return `${dice.pick(...fields.any)} == ${dice.pick(word(), String(dice.pick(...NUMBERS)), 'true', 'null')}`
    case 7:
      return `has(${dice.pick(...fields.texts, ...fields.numbers)})`
    default:
      return `${text} ${dice.pick('==', '!=')} ${dice.pick(...fields.texts)}`
  }
}

/** Pipelines whose stages ask for conditions, to stand behind a random agreement. */
export function randomPipelines(dice: Dice): string {
  const stages = Array.from(
    { length: 1 + dice.upTo(4) },
    (_, index) => `      S${index}: { owner: sales, exit_when: ${JSON.stringify(condition(dice, DEAL, true))} }\n`,
  )
  return `pipelines:\n  One:\n    stages:\n${stages.join('')}`
}

/** The YAML of an agreement with random clauses of every section that has conditions. */
export function randomAgreement(dice: Dice): string {
  const rows = (letter: string, most: number, row: () => string, indent = '  '): string =>
    Array.from({ length: 1 + dice.upTo(most) }, (_, index) => `${indent}${letter}${index + 1}: { ${row()} }\n`).join('')
  const when = (fields: Fields, scores: boolean): string => `when: ${JSON.stringify(condition(dice, fields, scores))}`
  const points = () => dice.upTo(60) - 15
  const cut = 20 + dice.upTo(30)
  return `title: Random
parties: { marketing: { team: Marketing, signs: 1 }, sales: { team: Sales, signs: 1 } }
calendar: { zone: Europe/Paris, hours: { mon-fri: [09:00-18:00] } }
fit:
${rows('F', 6, () => `${when(WHO, false)}, points: ${points()}`)}engagement:
  half_life: ${1 + dice.upTo(40)} days
${rows('E', 6, () => {
  const [on, fields] = dice.pick(['form.submitted', FORM] as const, ['page.viewed', PAGE] as const)
  const limit = dice.isLikely(0.4) ? `, at_most: ${20 + dice.upTo(40)} a day` : ''
  return `on: ${on}, ${when(fields, false)}, points: ${1 + dice.upTo(20)}${limit}`
})}grades: { letter: { A: ${cut + 20}, B: ${cut + 5}, C: ${cut - 10} }, number: { 1: ${cut}, 2: ${cut - 10}, 3: ${cut - 18} } }
stages:
  inquiry: { owner: marketing }
  qualified:
    owner: marketing
    when:
${rows('Q', 4, () => when(LEAD, true), '      ')}  accepted: { owner: sales }
  contacted: { owner: sales }
  opportunity: { owner: sales }
  won: { owner: sales }
routing:
${rows('R', 5, () => `${when(LEAD, true)}, to: pool All, if_nobody: next clause`)}pools: { All: { people: team Sales, order: round robin } }
nobody_free: { keep_for: 1 working hour, then: tell manager }
when_late: { then: [] }
reasons: { reject: { no: { then: close } }, disqualify: { no: { close: true } } }
returns: { stale_after: 180 days }
`
}

const START = Date.UTC(2026, 5, 1, 8)

/** A few facts of somebody of whom some things are known and some are not. */
export function randomLead(dice: Dice): Fact[] {
  const word = () => dice.pick(...WORDS)
  const maybe = <T>(value: T): T | undefined => (dice.isLikely(0.7) ? value : undefined)
  const known = <T extends object>(values: T): Partial<T> =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>
  let at = START
  const facts: Fact[] = []
  const tell = <K extends FactKind>(kind: K, data: FactData[K]): void => {
    at += 60_000 * (1 + dice.upTo(3_000))
    const touch = {
      channel: dice.pick('search', 'fair', 'fr'),
      origin: dice.pick(null, 'key'),
      campaign: null,
      landingPage: '/pricing',
    }
    facts.push(fact(at, kind, data, dice.isLikely(0.5) ? { touch } : {}))
  }
  const form = () =>
    tell('form.submitted', {
      name: word(),
      ...known({ path: maybe(word()), wantsCall: maybe(dice.isLikely(0.3)) }),
      ...(dice.isLikely(0.3) ? { fields: { plan: word() } } : {}),
    })
  tell('person.identified', {
    person: known({
      email: maybe(`p@${dice.pick('a.example', 'gmail.com', 'É.example')}`),
      phone: maybe('+33140000000'),
      role: maybe(word()),
      country: maybe(word()),
      title: maybe(word()),
    }),
    account: known({
      industry: maybe(word()),
      segment: maybe(word()),
      employees: maybe(Math.max(0, dice.pick(...NUMBERS))),
      revenueCents: maybe(Math.max(0, dice.pick(...NUMBERS))),
    }),
    traits: known({
      plan: maybe(dice.pick<string | number | boolean>(...WORDS, 1, true)),
      seats: maybe(dice.pick(...NUMBERS)),
    }),
  })
  form()
  for (let more = dice.upTo(4); more > 0; more--) {
    if (dice.isLikely(0.4)) form()
    else tell('page.viewed', known({ path: word(), title: maybe(word()) }) as FactData['page.viewed'])
  }
  return facts
}
