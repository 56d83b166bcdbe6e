import { describe, expect, it, test } from 'vitest'
import { AGREEMENT, ANA, agreementWith, RUI, when, ZOE } from '../lifecycle/story-for-test.ts'
import { emptyBook, type Roster, type RosterPerson } from './roster.ts'
import { type RouteRequest, routeLead } from './route-lead.ts'
import { windowStarts } from './window-starts.ts'

const person = (id: string, more: Partial<RosterPerson> = {}): RosterPerson => ({
  id,
  email: `${id}@x.example`,
  team: 'Sales',
  isActive: true,
  away: [],
  calendar: null,
  openLeads: 0,
  ...more,
})
type Book = { taken?: Record<string, [number, number, number]>; turns?: Record<string, number> }
const roster = (people: RosterPerson[], book: Book = {}): Roster => {
  const taken = new Map(Object.entries(book.taken ?? {}).map(([id, [day, week, month]]) => [id, { day, week, month }]))
  const one = { ...emptyBook(), taken, turns: new Map(Object.entries(book.turns ?? {})) }
  return {
    people,
    books: new Map([
      ['Everyone', one],
      ['Lisbon', one],
    ]),
  }
}
const at = when('0 10:00')
const ask = {
  why: 'qualified',
  context: { account: {}, person: {}, traits: {}, lead: {} },
  exclude: [],
  accountOwner: null,
  atMs: at,
} satisfies RouteRequest
const away = { away: [{ from: at - 1, to: at + 1 }] }

describe('round robin', () => {
  test.each<[string, RosterPerson[], Book, string | null]>([
    ['takes whose turn was longest ago', [person(ANA), person(RUI)], { turns: { [ANA]: 5, [RUI]: 4 } }, RUI],
    ['takes the first by id when nobody had a turn', [person(RUI), person(ANA)], {}, ANA],
    [
      'lets somebody new be next, once',
      [person(ANA), person(RUI), person(ZOE)],
      { turns: { [ANA]: 7, [RUI]: 8 } },
      ZOE,
    ],
    ['passes over who is away', [person(ANA, away), person(RUI)], {}, RUI],
    ['passes over who left', [person(ANA, { isActive: false }), person(RUI)], {}, RUI],
    ['passes over who is of another team', [person(ANA, { team: 'Other' }), person(RUI)], {}, RUI],
    ['passes over who is full today', [person(ANA), person(RUI)], { taken: { [ANA]: [3, 3, 3] } }, RUI],
    ['passes over who is full this week', [person(ANA), person(RUI)], { taken: { [ANA]: [0, 8, 8] } }, RUI],
    ['passes over who is full this month', [person(ANA), person(RUI)], { taken: { [ANA]: [0, 0, 20] } }, RUI],
    [
      'takes nobody when all are full',
      [person(ANA), person(RUI)],
      { taken: { [ANA]: [3, 3, 3], [RUI]: [3, 3, 3] } },
      null,
    ],
    ['takes nobody of an empty team', [], {}, null],
  ])('%s', (_what, people, book, to) => {
    const routed = routeLead(AGREEMENT, roster(people, book), ask)
    expect(routed).toMatchObject({ to, pool: 'Everyone', clause: 'R2' })
  })

  it('says who was passed over and why', () => {
    const people = [person('a', away), person('b', { isActive: false }), person('c'), person('d'), person('e')]
    const routed = routeLead(AGREEMENT, roster(people, { taken: { d: [3, 3, 3] } }), { ...ask, exclude: ['c'] })
    expect(routed.passedOver).toEqual([
      { who: 'a', why: 'away' },
      { who: 'b', why: 'inactive' },
      { who: 'c', why: 'had it before' },
      { who: 'd', why: 'full today' },
    ])
  })

  it('counts an absence as half-open', () => {
    const to = (from: number, until: number) =>
      routeLead(AGREEMENT, roster([person(ANA, { away: [{ from, to: until }] })]), ask).to
    expect([to(at, at + 1), to(at - 1, at), to(at + 1, at + 2)]).toEqual([null, ANA, ANA])
  })

  it('gives everybody the same number over a hundred leads, whoever comes and goes by limits', () => {
    const book = emptyBook()
    const all = { people: [person('a'), person('b'), person('c')], books: new Map([['Everyone', book]]) }
    const agreement = agreementWith(['at_most: [3 a day, 8 a week, 20 a month]', 'away: skip'])
    const counts = new Map<string, number>()
    for (let lead = 1; lead <= 100; lead++) {
      const { to } = routeLead(agreement, all, ask)
      if (to === null) throw new Error('somebody is free')
      counts.set(to, (counts.get(to) ?? 0) + 1)
      book.turns.set(to, lead)
    }
    expect([...counts.values()].sort()).toEqual([33, 33, 34])
  })
})

describe('least loaded', () => {
  const agreement = agreementWith(['order: round robin', 'order: least loaded'])
  test.each<[string, RosterPerson[], Book, string]>([
    ['takes who has the fewest open leads', [person(ANA, { openLeads: 2 }), person(RUI, { openLeads: 1 })], {}, RUI],
    ['takes turns between equals', [person(ANA), person(RUI)], { turns: { [ANA]: 2, [RUI]: 1 } }, RUI],
  ])('%s', (_what, people, book, to) => {
    expect(routeLead(agreement, roster(people, book), ask).to).toBe(to)
  })
})

describe('the clauses', () => {
  const context = { ...ask.context, account: { country: 'PT' } }

  it('decide in their order, and the first that holds names the pool', () => {
    const people = [person(ANA), person(ZOE, { email: 'zoe@x.example', team: null })]
    expect(routeLead(AGREEMENT, roster(people), { ...ask, context })).toMatchObject({
      to: ZOE,
      pool: 'Lisbon',
      clause: 'R1',
    })
    expect(routeLead(AGREEMENT, roster(people, { taken: { [ZOE]: [1, 1, 1] } }), { ...ask, context })).toMatchObject({
      to: null,
      pool: 'Lisbon',
      passedOver: [{ who: ZOE, why: 'full today' }],
    })
  })

  it('give the lead of a company to its owner, unless they cannot take it', () => {
    const agreement = agreementWith([
      'R1: { when: \'account.country == "PT"\', to: pool Lisbon }',
      'R1: { to: account owner }',
    ])
    const to = (owner: RosterPerson, exclude: string[] = []) =>
      routeLead(agreement, roster([owner, person(RUI)]), { ...ask, exclude, accountOwner: ANA })
    expect(to(person(ANA, { team: null }))).toMatchObject({ to: ANA, clause: 'R1' })
    expect(to(person(ANA, away))).toMatchObject({ to: RUI, clause: 'R2' })
    expect(to(person(ANA, { isActive: false }))).toMatchObject({ to: RUI })
    expect(to(person(ANA), [ANA])).toMatchObject({ to: RUI })
  })

  it('that all do not hold name nobody', () => {
    const agreement = agreementWith(['  R2: { to: pool Everyone }\n', ''])
    expect(routeLead(agreement, roster([person(ANA)]), ask)).toMatchObject({ to: null, pool: '', clause: '' })
  })

  it('hand over the calendar of the person with what is known of their absences', () => {
    const later = { from: at + 10, to: at + 20 }
    expect(routeLead(AGREEMENT, roster([person(ANA)]), ask).calendar).toBeNull()
    expect(routeLead(AGREEMENT, roster([person(ANA, { away: [later] })]), ask).calendar).toEqual({
      ...AGREEMENT.calendar,
      away: [later],
    })
  })
})

test.each([
  ['UTC', '2026-11-25T10:00:00Z', '2026-11-25T00:00:00Z', '2026-11-23T00:00:00Z', '2026-11-01T00:00:00Z'],
  ['Europe/Paris', '2026-11-25T10:00:00Z', '2026-11-24T23:00:00Z', '2026-11-22T23:00:00Z', '2026-10-31T23:00:00Z'],
  ['Europe/Paris', '2026-03-29T10:00:00Z', '2026-03-28T23:00:00Z', '2026-03-22T23:00:00Z', '2026-02-28T23:00:00Z'],
  ['America/Sao_Paulo', '2026-11-01T01:00:00Z', '2026-10-31T03:00:00Z', '2026-10-26T03:00:00Z', '2026-10-01T03:00:00Z'],
  ['UTC', '1969-12-31T10:00:00Z', '1969-12-31T00:00:00Z', '1969-12-29T00:00:00Z', '1969-12-01T00:00:00Z'],
])('day, week and month begin at midnight of %s (%s)', (zone, moment, day, week, month) => {
  expect(windowStarts(zone, Date.parse(moment))).toEqual({
    day: Date.parse(day),
    week: Date.parse(week),
    month: Date.parse(month),
  })
})
