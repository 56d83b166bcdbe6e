import type { CompiledAgreement } from '../engine/agreement/compiled.ts'
import type { Fact, Touch } from '../engine/facts/fact.ts'
import type { FactData, FactKind } from '../engine/facts/kinds.ts'
import { newId } from '../server/db/new-id.ts'
import { continueStory, newStory, type Story } from '../server/features/facts/story.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const FIRST =
  'Ana,Rui,Zoé,Louise,Gabriel,Jade,Raphaël,Emma,Léo,Alice,Louis,Chloé,Lucas,Inès,Adam,Rose,Hugo,Anna,Jules,Léna,Arthur,Mila,Nathan,Julia,Ethan,Nina,Paul,Eva,Tom,Iris,Sven,Greta,Otto,Ida,Karl,Frida,Nils,Clara,Oskar,Marta,Pablo,Lucía,Diego,Sofía,James,Olivia,George,Amelia,Harry,Isla,Noah,Ava,Liam,Mia,Wei,Li,Yuki,Hana,Amir,Sara'.split(
    ',',
  )
const LAST_BEGINS =
  'Mar,Ber,Tho,Rob,Ric,Dur,Mor,Lau,Sim,Mic,Lef,Gar,Dav,Rou,Fou,Gir,Bon,Dup,Lam,Fon,Van,Sch,Mül,Web,Bec,Hof'.split(',')
const LAST_ENDS =
  'tin,nard,mas,ert,hard,and,eau,ent,on,hel,ebvre,cia,id,sel,rnier,ard,net,ont,bert,taine,den,mid,ler,ker,mann'.split(
    ',',
  )
const FIRM_BEGINS =
  'Nord,Alpen,Blau,Grand,Vert,Clair,Haute,Val,Mont,Port,Rhein,Sud,Ost,West,Terra,Aqua,Lumi,Nova,Via,Opti,Medi,Agri,Techno,Logi,Eco'.split(
    ',',
  )
const FIRM_ENDS =
  'tech,werk,systems,lab,group,consult,bau,trans,pharma,food,soft,media,energie,logistik,service,design,finance,immo,textil,metall'.split(
    ',',
  )
const CHANNELS = ['organic search', 'paid search', 'direct', 'email', 'social', 'referral', 'event', 'partner']
const ROLES = ['owner', 'director', 'operations', 'sales', 'marketing', 'engineer', 'intern', 'other']
const COUNTRIES = ['FR', 'DE', 'PT', 'ES', 'GB']
const INDUSTRIES = ['trade', 'building', 'software', 'health', 'food']
const REASONS = ['no need', 'no budget', 'no authority', 'no fit'] as const

export type Dice = () => number

/** The same numbers on every run. */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function pick<T>(some: readonly T[], draw: number): T {
  const found = some[Math.floor(draw * some.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

export const personIdOf = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
export const accountIdOf = (n: number): string => `00000000-0000-7000-a000-${n.toString(16).padStart(12, '0')}`
export const sellerIdOf = (n: number): string => `00000000-0000-7000-9000-${n.toString(16).padStart(12, '0')}`

export type Firm = { name: string; domain: string; industry: string; employees: number; country: string }

export function firmOf(n: number): Firm {
  const draw = dice(50_000_000 + n)
  const name = `${pick(FIRM_BEGINS, draw())}${pick(FIRM_ENDS, draw())} ${n}`
  return {
    name,
    domain: `${name.toLowerCase().replace(' ', '')}.example`,
    industry: pick(INDUSTRIES, draw()),
    employees: Math.floor(5 + draw() ** 3 * 2_000),
    country: pick(COUNTRIES, draw()),
  }
}

export function nameOf(n: number): string {
  const draw = dice(90_000_000 + n)
  return `${pick(FIRST, draw())} ${pick(LAST_BEGINS, draw())}${pick(LAST_ENDS, draw())}`
}

export type World = {
  people: number
  accounts: number
  sellers: number
  fromMs: number
  untilMs: number
  agreement: CompiledAgreement
}

/** Stories much longer than the usual ten facts: these people, with so many facts. */
const LONG: ReadonlyMap<number, number> = new Map([
  [1, 10_000],
  [2, 3_000],
  [3, 1_000],
])

/** The story of the nth person, folded fact by fact: visits, then for most a form, then what sales made of it. */
export function storyOfPerson(world: World, n: number): Story {
  const draw = dice(n)
  const isAnonymous = !LONG.has(n) && draw() < 0.3
  let at = Math.floor(world.fromMs + ((world.untilMs - world.fromMs) * n) / (world.people + 1))
  const story = newStory(personIdOf(n), isAnonymous, at, null)
  const agreementAt = (): CompiledAgreement => world.agreement
  let place = 0
  const add = <K extends FactKind>(
    kind: K,
    afterMs: number,
    data: FactData[K],
    { actor = null, touch = null }: { actor?: string | null; touch?: Touch | null } = {},
  ): void => {
    place += 1
    // Nothing is told of the future, and no two facts of one moment: their order would be another.
    at = Math.min(at + Math.floor(afterMs), world.untilMs - 100_000 + place)
    // Kind and data belong together: the compiler cannot follow that through a union.
    const fact = {
      id: newId(at),
      kind,
      at,
      recordedAt: at + 40,
      source: 'bench',
      messageId: `m${n}.${String(place).padStart(5, '0')}`,
      actor,
      isHistory: false,
      touch,
      data,
    } as unknown as Fact
    continueStory(story, [{ fact, identity: null, importId: null }], agreementAt)
  }
  const touch: Touch = {
    channel: pick(CHANNELS, draw() ** 1.5),
    origin: `host${Math.floor(draw() ** 2 * 60)}.example`,
    campaign: draw() < 0.45 ? `campaign ${Math.floor(draw() ** 2 * 80)}` : null,
    landingPage: `/page/${Math.floor(draw() ** 2 * 250)}`,
  }
  const visit = (afterMs: number): void =>
    add(
      'page.viewed',
      afterMs,
      { path: draw() < 0.2 ? '/pricing' : `/blog/${Math.floor(draw() * 400)}`, title: 'A page' },
      { touch },
    )
  const visits = isAnonymous ? 2 + Math.floor(draw() * 9) : 1 + Math.floor(draw() * 5)
  for (let i = 0; i < visits; i++) visit(i === 0 ? 0 : draw() * 2 * DAY)
  if (isAnonymous) return story

  const firmNumber = draw() < 0.85 ? 1 + Math.floor(draw() ** 1.5 * world.accounts) : null
  const firm = firmNumber === null ? null : firmOf(firmNumber)
  if (firmNumber !== null) story.accountId = accountIdOf(firmNumber)
  const name = nameOf(n)
  const local = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z ]/g, '')
    .replace(' ', '.')
  const person = {
    name,
    email: firm === null ? `${local}.${n}@gmail.com` : `${local}.${n}@${firm.domain}`,
    role: pick(ROLES, draw()),
    country: firm?.country ?? pick(COUNTRIES, draw()),
    ...(draw() < 0.6 ? { phone: `+33${String(100_000_000 + n)}` } : {}),
  }
  add('person.identified', MINUTE, { person, ...(firm === null ? {} : { account: firm }) })
  const wantsCall = draw() < 0.35
  add('form.submitted', 1_000, { name: 'contact', path: '/contact', ...(wantsCall ? { wantsCall } : {}) }, { touch })
  for (let i = 0; i < 2; i++) visit(draw() * DAY)
  const long = LONG.get(n) ?? 0
  while (place < long) visit(((world.untilMs - at) / (long - place + 1)) * draw() * 2)
  const { attempt } = story.state
  if (attempt === null || attempt.awaiting === null) {
    for (let i = 0; i < 3; i++) add(i === 1 ? 'email.clicked' : 'email.opened', DAY, { name: `letter ${i}` })
    return story
  }
  const seller = sellerIdOf(Math.floor(draw() ** 2 * world.sellers))
  const actor = { actor: seller }
  add('lead.routed', 1_000, {
    attempt: attempt.number,
    to: seller,
    pool: 'Everyone in sales',
    clause: 'R1',
    why: 'qualified',
    passedOver: [],
    considered: [],
    calendar: null,
  })
  const isOld = world.untilMs - at > 40 * DAY
  if (!isOld && draw() < 0.3) return story
  add('lead.accepted', 2 * HOUR * draw(), {}, actor)
  add('call.made', 3 * HOUR * draw(), { outcome: 'no answer' }, actor)
  if (!isOld && draw() < 0.3) return story
  add(
    'call.made',
    DAY,
    { outcome: 'connected', durationS: 60 + Math.floor(draw() * 900), note: 'They told what they look for' },
    actor,
  )
  add('email.sent', HOUR, { subject: 'What we spoke about' }, actor)
  if (!isOld && draw() < 0.6) return story
  const end = draw()
  if (end < 0.55) {
    add('lead.disqualified', 3 * DAY, { reason: pick(REASONS, draw()) }, actor)
    return story
  }
  const deal = `d${n}`
  const amountCents = Math.round(50_000 + draw() ** 3 * 4_000_000)
  add('meeting.held', 2 * DAY, { durationS: 2_700, note: 'Shown, and asked for an offer' }, actor)
  add(
    'deal.opened',
    HOUR,
    { deal, name: `${firm?.name ?? name} 2026`, amountCents, currency: 'EUR', closer: seller, sdr: seller },
    actor,
  )
  if (!isOld) return story
  if (end < 0.8) add('deal.lost', 20 * DAY, { deal, reason: 'no budget' }, actor)
  else
    add(
      'deal.won',
      20 * DAY,
      { deal, amountCents, currency: 'EUR', proof: 'contract', closer: seller, sdr: seller },
      actor,
    )
  return story
}
