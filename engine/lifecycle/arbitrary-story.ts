import fc from 'fast-check'
import { compileAgreement } from '../agreement/compile-agreement.ts'
import type { CompiledAgreement } from '../agreement/compiled.ts'
import type { Fact } from '../facts/fact.ts'
import type { FactData, FactKind } from '../facts/kinds.ts'
import { AGREEMENT, ANA, DOCUMENT, fact, inTurn, live, RUI, told, when, ZOE } from './story-for-test.ts'

const sellers = fc.constantFrom(ANA, RUI, ZOE)
const deals = fc.constantFrom('d1', 'd2')

type Made<K extends FactKind> = { kind: K; data: fc.Arbitrary<FactData[K]>; weight: number }
const of = <K extends FactKind>(kind: K, weight: number, data: fc.Arbitrary<FactData[K]>): Made<K> => ({
  kind,
  data,
  weight,
})

const person = fc.record({
  name: fc.constantFrom(undefined, 'Vera', 'Noé'),
  email: fc.constantFrom(undefined, 'vera@firm.example', 'vera@gmail.com'),
  phone: fc.constantFrom(undefined, '+33140000000'),
  role: fc.constantFrom(undefined, 'owner', 'intern'),
})
const block = [{ fromMinute: 540, toMinute: 720 }]
const hours = { mon: block, tue: block, wed: block, thu: block, fri: block, sat: [], sun: [] }
const calendar = fc.record({
  zone: fc.constantFrom('Europe/Paris', 'America/New_York'),
  hours: fc.constant(hours),
  holidays: fc.constantFrom<string[]>([], ['2026-12-25']),
  away: fc.constantFrom<{ from: number; to: number }[]>([], [{ from: when('5 00:00'), to: when('9 00:00') }]),
})

const KINDS = [
  of(
    'person.identified',
    5,
    fc.record({ person, account: fc.record({ employees: fc.constantFrom(undefined, 10, 80) }) }),
  ),
  of('page.viewed', 5, fc.record({ path: fc.constantFrom('/', '/pricing', '/pricing/pro') })),
  of('form.submitted', 8, fc.record({ name: fc.constant('demo'), wantsCall: fc.boolean() })),
  of('email.replied', 3, fc.constant({})),
  of('event.attended', 1, fc.constant({ name: 'fair' })),
  of('call.received', 2, fc.constant({})),
  of('lead.recorded', 1, fc.constant({})),
  of(
    'stage.recorded',
    1,
    fc.record({
      stage: fc.constantFrom('inquiry', 'qualified', 'accepted', 'contacted', 'opportunity'),
      owner: fc.option(sellers, { nil: undefined }),
    }),
  ),
  of('lead.accepted', 3, fc.constant({})),
  of(
    'lead.rejected',
    3,
    fc.record({ reason: fc.constantFrom('misrouted', 'incomplete', 'duplicate', 'below', 'ugly') }),
  ),
  of(
    'lead.disqualified',
    3,
    fc.record({
      reason: fc.constantFrom('unreachable', 'no need', 'no fit', 'wrong data'),
      recycleAt: fc.constantFrom(undefined, '2027-03-01T00:00:00Z'),
    }),
  ),
  of('lead.returned', 1, fc.constant({})),
  of('call.made', 8, fc.record({ outcome: fc.constantFrom('connected', 'no answer', 'voicemail') })),
  of('email.sent', 2, fc.record({ isAutomatic: fc.boolean() })),
  of('meeting.held', 1, fc.constant({})),
  of('note.written', 1, fc.constant({ text: 'x' })),
  of('deal.opened', 3, fc.record({ deal: deals, closer: fc.option(sellers, { nil: undefined }) })),
  of('deal.moved', 2, fc.record({ deal: deals, stage: fc.constantFrom('offer', 'talks') })),
  of('deal.won', 1, fc.record({ deal: deals, proof: fc.constantFrom('none', 'contract') })),
  of('contract.signed', 1, fc.record({ deal: deals, amountCents: fc.constantFrom(undefined, 100) })),
  of(
    'deal.changed',
    3,
    fc.record({
      deal: deals,
      amountCents: fc.constantFrom(undefined, 0, 500_00),
      closeDate: fc.constantFrom(undefined, null, '2026-06-30', '2026-09-30'),
      nextStep: fc.constantFrom(undefined, '', 'call again'),
      competitors: fc.constantFrom<(string[] | undefined)[]>(undefined, [], ['Rival', 'Rival']),
      offerSent: fc.constantFrom(undefined, true, false),
      closer: fc.option(sellers, { nil: undefined }),
    }),
  ),
  of('deal.lost', 2, fc.record({ deal: deals, reason: fc.constant('price') })),
  of('deal.undecided', 1, fc.record({ deal: deals, reason: fc.constant('priorities') })),
  of(
    'deal.explained',
    1,
    fc.record({ deal: deals, reason: fc.constant('trust'), saidBy: fc.constant('buyer' as const) }),
  ),
  of('deal.reopened', 1, fc.record({ deal: deals })),
  of('owner.left', 1, fc.record({ owner: sellers, why: fc.constantFrom('deactivated', 'away') })),
  of('owner.calendar_changed', 2, fc.record({ owner: sellers, calendar })),
] as const

/** Bursts within one millisecond, hours, weeks, and silences of months. */
const pause = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 600 }) },
  { weight: 3, arbitrary: fc.integer({ min: 600, max: 20_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 100_000, max: 400_000 }) },
)
const touch = fc.constantFrom(
  null,
  { channel: 'search', origin: null, campaign: null, landingPage: null },
  { channel: null, origin: 'fair', campaign: 'spring', landingPage: null },
)

export type Happening = {
  pause: number
  isHistory: boolean
  actor: string | null
  make: (at: number, more: object) => Fact
  touch: unknown
}
/** Something that may happen to a person, `pause` minutes after what came before. */
export const happening: fc.Arbitrary<Happening> = fc.oneof(
  ...KINDS.map(({ kind, data, weight }) => ({
    weight,
    arbitrary: fc.record({
      pause,
      isHistory: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      actor: fc.option(sellers, { nil: null, freq: 3 }),
      touch,
      // Each kind is paired with its own data above; the union of them cannot be told to the checker.
      make: (data as fc.Arbitrary<never>).map((known) => (at: number, more: object) => fact(at, kind, known, more)),
    }),
  })),
)

/** Facts of one person as they come in, before anything answers them. */
export const arbitraryFacts: fc.Arbitrary<Fact[]> = fc.array(happening, { minLength: 1, maxLength: 24 }).map((all) => {
  let at = when('0 08:00')
  return all.map(({ pause, make, ...more }) => {
    at += pause * 60_000
    return make(at, more)
  })
})

const maybe = <T>(value: T) => fc.option(fc.constant(value), { nil: null, freq: 5 })

/** The agreement of the tests with other limits, and some promises not made. */
export const arbitraryAgreement: fc.Arbitrary<CompiledAgreement> = fc
  .record({
    halfLifeDays: fc.integer({ min: 1, max: 90 }),
    letters: fc.tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 40 }),
    ),
    numbers: fc.tuple(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 30 }),
    ),
    stale: fc.constantFrom(null, 30 * 86_400_000, 180 * 86_400_000),
    atMost: fc.integer({ min: 0, max: 3 }),
    atLeast: fc.integer({ min: 1, max: 4 }),
    warnAt: fc.constantFrom(null, 0.5, 0.99),
    acceptance: maybe(AGREEMENT.promises.acceptance),
    firstContact: maybe(AGREEMENT.promises.firstContact),
    attempts: maybe(AGREEMENT.promises.attempts),
    verdict: maybe(AGREEMENT.promises.verdict),
    nextStep: maybe(AGREEMENT.promises.nextStep),
  })
  .map(
    ({
      halfLifeDays,
      letters: [c, b, a],
      numbers: [third, second, first],
      stale,
      atMost,
      atLeast,
      warnAt,
      attempts,
      ...promises
    }) => ({
      ...AGREEMENT,
      halfLifeMs: halfLifeDays * 86_400_000,
      letters: { A: c + b + a, B: c + b, C: c },
      numbers: { 1: third + second + first, 2: third + second, 3: third },
      staleAfterMs: stale,
      promises: { ...promises, attempts: attempts === null ? null : { ...attempts, atLeast } },
      late: {
        ...AGREEMENT.late,
        warnAt,
        steps: AGREEMENT.late.steps.map((each) => (each.do === 'reassign' ? { ...each, atMost } : each)),
      },
    }),
  )

/** A second version of the document in force later, so that stories cross a change of version. */
export function secondVersion(): CompiledAgreement {
  const compiled = compileAgreement(
    DOCUMENT.replace('E1: { on: form.submitted, points: 40 }', 'E1: { on: form.submitted, points: 25 }').replace(
      '  S4: { verdict: { within: 15 working days } }\n',
      '',
    ),
    2,
  )
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
  return compiled.agreement
}

export type Life = { agreement: CompiledAgreement; facts: Fact[]; late: Fact[] }

const lineOf = (one: Fact): string =>
  `${told(one.at)} ${one.kind}${one.isHistory ? ' (history)' : ''} by ${one.actor?.slice(-1) ?? '-'} ${JSON.stringify(one.data)}`

/** A whole life: facts with the strikes and hand-overs they led to, and others that become known only afterwards. */
export const arbitraryLife: fc.Arbitrary<Life> = fc
  .record({
    agreement: arbitraryAgreement,
    known: arbitraryFacts,
    late: fc.oneof(fc.constant([]), arbitraryFacts),
    isEverybodyGone: fc.boolean(),
    retracted: fc.nat(),
  })
  .map(({ agreement, known, late, isEverybodyGone, retracted }) => {
    let asked = 0
    const turn = inTurn(ANA, RUI, ZOE)
    const route = (exclude: readonly string[]) => (isEverybodyGone && asked++ % 3 === 0 ? null : turn(exclude))
    const end = (known.at(-1)?.at ?? 0) + 30 * 86_400_000
    const { facts } = live(known, { agreement, route, until: end })
    const slip = retracted % 4 === 0 ? known[retracted % known.length] : undefined
    const undo = slip === undefined ? [] : [fact(slip.at + 60_000, 'fact.retracted', { fact: slip.id })]
    const life = { agreement, facts, late: [...late, ...undo] }
    return Object.assign(life, {
      [fc.toStringMethod]: () => [...facts.map(lineOf), 'known later:', ...life.late.map(lineOf)].join('\n'),
    })
  })
