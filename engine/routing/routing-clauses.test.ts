import { describe, expect, it, test } from 'vitest'
import { compileAgreement } from '../agreement/compile-agreement.ts'
import type { CompiledAgreement } from '../agreement/compiled.ts'
import { ANA, DOCUMENT, RUI, when, ZOE } from '../lifecycle/story-for-test.ts'
import { countHandOver } from './count-hand-over.ts'
import { emptyBook, type PoolBook, type Roster, type RosterPerson } from './roster.ts'
import { type RouteRequest, routeLead } from './route-lead.ts'

const FROM = DOCUMENT.indexOf('routing:')
const TO = DOCUMENT.indexOf('nobody_free:')

/** The agreement of the tests with other routing. */
function routed(routing: string): CompiledAgreement {
  const compiled = compileAgreement(`${DOCUMENT.slice(0, FROM)}${routing}\n${DOCUMENT.slice(TO)}`, 1)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
  return compiled.agreement
}
const person = (id: string, name: string, more: Partial<RosterPerson> = {}): RosterPerson => ({
  id,
  email: `${name}@x.example`,
  team: 'Sales',
  isActive: true,
  away: [],
  calendar: null,
  openLeads: 0,
  ...more,
})
const ana = (more: Partial<RosterPerson> = {}) => person(ANA, 'ana', more)
const rui = (more: Partial<RosterPerson> = {}) => person(RUI, 'rui', more)
const zoe = (more: Partial<RosterPerson> = {}) => person(ZOE, 'zoe', more)
const at = when('0 10:00')
const away = { away: [{ from: at - 1, to: at + 3_600_000 }] }
const rosterOf = (agreement: CompiledAgreement, people: RosterPerson[], book: Partial<PoolBook> = {}): Roster => ({
  people,
  books: new Map([...agreement.pools.keys()].map((pool) => [pool, { ...emptyBook(), ...book }])),
})
type Known = { account?: object; person?: object }
function ask(agreement: CompiledAgreement, roster: Roster, known: Known = {}, more: Partial<RouteRequest> = {}) {
  const context = { account: {}, person: {}, traits: {}, lead: {}, ...known }
  return routeLead(agreement, roster, { context, why: 'qualified', exclude: [], accountOwner: null, atMs: at, ...more })
}

describe('named accounts and territories', () => {
  const agreement = routed(`named_accounts:
  Strategic: { accounts: [big.example, Globex Corporation], pool: pool Key }
  Partners: [partner.example]
territories:
  Iberia: { countries: [PT, ES], pool: pool South }
  Brittany: { regions: [FR Bretagne], postcodes: [FR 35, FR 2 9], pool: pool West }
routing:
  R1: { to: named account }
  R2: { when: 'account.named_in == "Partners"', to: pool West }
  R3: { to: territory }
  R4: { when: 'territory == "Iberia"', to: pool Key }
  R5: { to: pool Rest }
pools:
  Key: { people: [ana@x.example], order: round robin }
  South: { people: [rui@x.example], order: round robin }
  West: { people: [zoe@x.example], order: round robin }
  Rest: { people: team Sales, order: round robin }`)
  const roster = rosterOf(agreement, [ana(), rui(), zoe()])
  test.each<[string, Known, string, string]>([
    ['a company by its web address', { account: { domain: 'big.example' } }, 'R1', 'Key'],
    ['a company by an address below it', { account: { domain: 'shop.big.example' } }, 'R1', 'Key'],
    ['a company by its name', { account: { name: 'GLOBEX corporation' } }, 'R1', 'Key'],
    [
      'a person by the domain of their mail',
      { person: { email_domain: 'big.example', email_is_free_mail: false } },
      'R1',
      'Key',
    ],
    [
      'no person by the domain of a free mailbox',
      { person: { email_domain: 'big.example', email_is_free_mail: true } },
      'R5',
      'Rest',
    ],
    ['a company that only ends alike is another', { account: { domain: 'notbig.example' } }, 'R5', 'Rest'],
    ['a list in a condition', { account: { domain: 'partner.example' } }, 'R2', 'West'],
    ['a country', { account: { country: 'es' } }, 'R3', 'South'],
    ['a region', { account: { country: 'FR', region: 'bretagne' } }, 'R3', 'West'],
    ['a postcode', { account: { country: 'FR', postcode: '29 200' } }, 'R3', 'West'],
    ['the person where no country of the company is known', { person: { country: 'PT' } }, 'R3', 'South'],
    ['the company before the person', { account: { country: 'DE' }, person: { country: 'PT' } }, 'R5', 'Rest'],
    [
      'the same region of another country is elsewhere',
      { account: { country: 'BE', region: 'Bretagne' } },
      'R5',
      'Rest',
    ],
  ])('%s', (_what, known, clause, pool) => {
    expect(ask(agreement, roster, known)).toMatchObject({ clause, pool })
  })

  it('tell which clauses came before and which later ones hold as well', () => {
    const { considered, outranked } = ask(agreement, roster, { account: { country: 'PT' } })
    expect(considered).toEqual([
      { clause: 'R1', why: 'in no list of named accounts' },
      { clause: 'R2', why: 'does not hold' },
    ])
    expect(outranked).toEqual(['R4', 'R5'])
  })
})

describe('the owner of the company', () => {
  const agreement = routed(`routing:
  R1: { when: account.owner.is_working, to: account owner }
  R2: { when: account.is_owned, to: pool Rest }
  R3: { to: account owner }
  R4: { to: pool Rest }
pools:
  Rest: { people: team Sales, order: round robin }`)
  test.each<[string, RosterPerson, string | null, Partial<RouteRequest>, object]>([
    ['gets its leads', zoe({ team: null }), ZOE, {}, { to: ZOE, clause: 'R1' }],
    ['is passed over while away', zoe(away), ZOE, {}, { to: ANA, clause: 'R2' }],
    [
      'does not get it again',
      zoe(),
      ZOE,
      { exclude: [ZOE] },
      {
        to: ANA,
        clause: 'R2',
        passedOver: [
          { who: ZOE, why: 'had it before', clause: 'R1' },
          { who: ZOE, why: 'had it before' },
        ],
      },
    ],
    [
      'may be nobody',
      zoe(),
      null,
      {},
      {
        to: ANA,
        clause: 'R4',
        considered: [
          { clause: 'R1', why: 'does not hold' },
          { clause: 'R2', why: 'does not hold' },
          { clause: 'R3', why: 'nobody owns the company' },
        ],
      },
    ],
  ])('%s', (_what, owner, accountOwner, more, expected) => {
    const roster = rosterOf(agreement, [ana(), rui(), owner])
    expect(ask(agreement, roster, {}, { accountOwner, ...more })).toMatchObject(expected)
  })
})

describe('languages and skills', () => {
  const agreement = routed(`routing:
  R1: { when: 'account.employees > 500', to: pool Rest, skills: [enterprise], if_nobody: next clause }
  R2: { to: pool Rest, speaks: person.language }
pools:
  Rest: { people: team Sales, order: round robin }`)
  const people = [
    ana({ languages: ['en', 'pt-BR'] }),
    rui({ languages: ['FR'], skills: ['Enterprise'] }),
    zoe({ languages: ['de'] }),
  ]
  const roster = rosterOf(agreement, people)
  test.each<[string, Known, string | null, string]>([
    ['who speaks it takes it', { person: { language: 'fr' } }, RUI, 'R2'],
    ['a language serves its varieties', { person: { language: 'fr-CA' } }, RUI, 'R2'],
    ['a variety serves its language', { person: { language: 'pt' } }, ANA, 'R2'],
    ['but not another variety', { person: { language: 'pt-PT' } }, null, 'R2'],
    ['nobody who speaks it: it waits', { person: { language: 'ja' } }, null, 'R2'],
    ['no language known: anybody', {}, ANA, 'R2'],
    ['what is no language tag asks for nothing', { person: { language: 'whatever they said' } }, ANA, 'R2'],
    ['who has the skill takes it', { account: { employees: 900 } }, RUI, 'R1'],
  ])('%s', (_what, known, to, clause) => {
    expect(ask(agreement, roster, known)).toMatchObject({ to, clause })
  })

  it('say what somebody lacks, and let the next clause decide where that is agreed', () => {
    const others = rosterOf(agreement, [ana({ languages: ['en'] }), zoe({ languages: ['fr'] })])
    const answer = ask(agreement, others, { account: { employees: 900 }, person: { language: 'fr' } })
    expect(answer).toMatchObject({ to: ZOE, clause: 'R2', considered: [{ clause: 'R1', why: 'nobody free' }] })
    expect(answer.passedOver).toEqual([
      { who: ANA, why: 'lacks the skill enterprise', clause: 'R1' },
      { who: ZOE, why: 'lacks the skill enterprise', clause: 'R1' },
      { who: ANA, why: 'does not speak fr' },
    ])
  })
})

describe('orders', () => {
  const share = (order: string, weights: string) =>
    routed(`routing:
  R1: { to: pool Rest }
pools:
  Rest: { people: [zoe@x.example, ana@x.example, rui@x.example], order: ${order}${weights} }`)

  it('takes the first who is free, in the order given', () => {
    const agreement = share('in this order', '')
    expect(ask(agreement, rosterOf(agreement, [ana(), rui(), zoe()])).to).toBe(ZOE)
    expect(ask(agreement, rosterOf(agreement, [ana(), rui(), zoe(away)])).to).toBe(ANA)
  })

  it('takes load by share', () => {
    const agreement = share('least loaded', ', weights: { ana@x.example: 2, rui@x.example: 0.5 }')
    const loads = (a: number, r: number, z: number) =>
      rosterOf(agreement, [ana({ openLeads: a }), rui({ openLeads: r }), zoe({ openLeads: z })])
    expect(ask(agreement, loads(5, 2, 3)).to).toBe(ANA)
    expect(ask(agreement, loads(8, 2, 3)).to).toBe(ZOE)
    expect(ask(agreement, loads(8, 1, 3)).to).toBe(RUI)
  })

  it('gives turns by share, never a whole lead away from it', () => {
    const agreement = share('round robin', ', weights: { ana@x.example: 0.5, rui@x.example: 3 }')
    const roster = rosterOf(agreement, [ana(), rui(), zoe()])
    const counts = new Map([
      [ANA, 0],
      [RUI, 0],
      [ZOE, 0],
    ])
    for (let lead = 1; lead <= 900; lead++) {
      const answer = ask(agreement, roster)
      countHandOver(roster, answer)
      counts.set(answer.to ?? '', (counts.get(answer.to ?? '') ?? 0) + 1)
      for (const [id, weight] of [
        [ANA, 0.5],
        [RUI, 3],
        [ZOE, 1],
      ] as const)
        expect(Math.abs((counts.get(id) ?? 0) - (lead * weight) / 4.5)).toBeLessThan(1)
    }
    expect(Object.fromEntries(counts)).toEqual({ [ANA]: 100, [RUI]: 600, [ZOE]: 200 })
  })

  it('makes up for no absence', () => {
    const agreement = share('round robin', ', weights: { rui@x.example: 2 }')
    const here = [ana(), rui(), zoe()]
    const books = rosterOf(agreement, here).books
    const take = (people: RosterPerson[]) => {
      const answer = ask(agreement, { people, books })
      countHandOver({ people, books }, answer)
      return answer.to
    }
    for (let lead = 0; lead < 60; lead++) expect(take([ana(), rui(away), zoe()])).not.toBe(RUI)
    const after = Array.from({ length: 40 }, () => take(here))
    expect(Math.abs(after.filter((who) => who === RUI).length - 20)).toBeLessThanOrEqual(1)
  })

  it('gives a turn back, and the credit costs none', () => {
    const agreement = share('round robin', ', credit: an accepted rejection gives the turn back')
    const roster = rosterOf(agreement, [ana(), rui(), zoe()], {
      turns: new Map([
        [ANA, 1],
        [RUI, 2],
        [ZOE, 3],
      ]),
      credits: new Map([[ZOE, 1]]),
    })
    const taken = Array.from({ length: 4 }, () => {
      const answer = ask(agreement, roster)
      countHandOver(roster, answer)
      return [answer.to, answer.isCredit]
    })
    expect(taken).toEqual([
      [ZOE, true],
      [ANA, false],
      [RUI, false],
      [ZOE, false],
    ])
  })
})

describe('limits of all together', () => {
  it('pass everybody over when they are reached', () => {
    const agreement = routed(`routing:
  R1: { to: pool Rest }
pools:
  Rest: { people: team Sales, order: round robin, at_most_together: [5 a day] }`)
    const taken = new Map([
      [ANA, { day: 3, week: 3, month: 3 }],
      [RUI, { day: 2, week: 2, month: 2 }],
    ])
    expect(ask(agreement, rosterOf(agreement, [ana(), rui()], { taken }))).toMatchObject({
      to: null,
      passedOver: [
        { who: ANA, why: 'pool full today' },
        { who: RUI, why: 'pool full today' },
      ],
    })
  })
})

describe('working hours', () => {
  const hours = (more: string) =>
    routed(`routing:
  R1: { to: pool Early }
  R2: { to: pool Rest }
pools:
  Early: { people: [ana@x.example], order: round robin, ${more} }
  Rest: { people: team Sales, order: round robin }`)
  const early = 'hours: { mon-fri: ["07:00-09:00"] }, outside_hours: '
  const ownHours = {
    calendar: {
      zone: 'Europe/Paris',
      hours: { mon: [], tue: [{ fromMinute: 540, toMinute: 720 }], wed: [], thu: [], fri: [], sat: [], sun: [] },
      holidays: [],
      away: [],
    },
  }
  // A second clause is only reached when the first lets it decide.
  const only = (more: string) =>
    routed(`routing:
  R1: { to: pool Early }
pools:
  Early: { people: [ana@x.example], order: round robin, ${more} }`)

  it('are waited for where that is agreed', () => {
    const agreement = only(`${early}wait`)
    const roster = rosterOf(agreement, [ana()])
    expect(ask(agreement, roster)).toMatchObject({ to: null, clause: 'R1', waitUntil: when('1 07:00') })
    expect(ask(agreement, roster, {}, { atMs: when('1 07:00') })).toMatchObject({ to: ANA, waitUntil: null })
  })

  it('else the next clause decides', () => {
    const agreement = hours(`${early}next clause`)
    const answer = ask(agreement, rosterOf(agreement, [ana(), rui()]))
    expect(answer).toMatchObject({ clause: 'R2', considered: [{ clause: 'R1', why: 'outside working hours' }] })
  })

  it('may be each person’s own', () => {
    const agreement = only('only_when_working: true, outside_hours: wait')
    const roster = rosterOf(agreement, [ana(ownHours)])
    expect(ask(agreement, roster)).toMatchObject({
      to: null,
      waitUntil: when('1 09:00'),
      passedOver: [{ who: ANA, why: 'not at work' }],
    })
    expect(ask(agreement, rosterOf(agreement, [ana()]), {}, { atMs: when('0 12:45') })).toMatchObject({
      to: null,
      waitUntil: when('0 13:30'),
    })
    expect(ask(agreement, rosterOf(agreement, [ana()]))).toMatchObject({ to: ANA })
  })
})

describe('a fallback', () => {
  const agreement = routed(`routing:
  R1: { to: pool First }
pools:
  First: { people: [ana@x.example], order: round robin, fallback: pool Second }
  Second: { people: [rui@x.example], order: round robin, fallback: pool Third }
  Third: { people: [zoe@x.example], order: round robin }`)
  it('is asked when nobody of the pool is free, one after the other', () => {
    expect(ask(agreement, rosterOf(agreement, [ana(away), rui(away), zoe()]))).toMatchObject({
      to: ZOE,
      pool: 'Third',
      clause: 'R1',
      insteadOf: 'First',
      passedOver: [
        { who: ANA, why: 'away', pool: 'First' },
        { who: RUI, why: 'away', pool: 'Second' },
      ],
    })
    expect(ask(agreement, rosterOf(agreement, [ana(), rui(), zoe()]))).toMatchObject({ to: ANA, insteadOf: null })
  })
})

describe('who had it before', () => {
  const agreement = routed(`routing:
  R1: { to: pool Rest }
pools:
  Rest: { people: team Sales, order: round robin }`)
  const roster = rosterOf(agreement, [ana(), rui(), zoe()])
  it('is passed over, all of them', () => {
    expect(ask(agreement, roster, {}, { why: 'late', exclude: [RUI, ANA] })).toMatchObject({ to: ZOE, rule: null })
  })
  it('with everybody, nobody is asked, and the rule is told', () => {
    expect(ask(agreement, roster, {}, { why: 'late', exclude: [RUI, ANA, ZOE] })).toMatchObject({
      to: null,
      rule: 'everybody had it before',
    })
  })
  it('is asked again, longest ago first, once the manager has heard of it', () => {
    expect(ask(agreement, roster, {}, { why: 'nobody free', exclude: [RUI, ANA, ZOE] })).toMatchObject({
      to: RUI,
      rule: 'everybody had it before: whoever had it longest ago',
    })
    const others = rosterOf(agreement, [ana(), rui(away), zoe()])
    expect(ask(agreement, others, {}, { why: 'nobody free', exclude: [RUI, ANA, ZOE] }).to).toBe(ANA)
  })
})

describe('what cannot be agreed', () => {
  const bad = (routing: string) => {
    const compiled = compileAgreement(`${DOCUMENT.slice(0, FROM)}${routing}\n${DOCUMENT.slice(TO)}`, 1)
    return compiled.ok ? [] : compiled.problems.map((each) => `${each.path}: ${each.what} ${each.mend}`)
  }
  const pool = (more: string) => `routing:\n  R1: { to: pool A }\npools:\n  A: { ${more} }`
  test.each<[string, string, string | RegExp]>([
    [
      'an empty pool',
      pool('people: [], order: round robin'),
      'pools.A.people: Nobody is in the pool "A". Name a team or at least one person.',
    ],
    [
      'somebody twice',
      pool('people: [a@x.example, A@x.example], order: round robin'),
      /pools.A.people.1: a@x.example is in this pool already/,
    ],
    [
      'an order of a team',
      pool('people: team Sales, order: in this order'),
      /pools.A.order: A team has no order of its own/,
    ],
    [
      'a limit of nothing',
      pool('people: team Sales, order: round robin, at_most: [0 a day]'),
      /A limit of 0 lets nobody take a lead/,
    ],
    [
      'limits that contradict',
      pool('people: team Sales, order: round robin, at_most: [30 a day, 10 a week]'),
      /30 a day cannot be reached: 10 a week is less/,
    ],
    [
      'two limits for one period',
      pool('people: team Sales, order: round robin, at_most_together: [3 a day, 4 a day]'),
      /There are two limits for a day/,
    ],
    [
      'weights of nobody',
      pool('people: [a@x.example], order: round robin, weights: { b@x.example: 2 }'),
      /pools.A.weights.b@x.example: Nobody in this pool is b@x.example/,
    ],
    ['no share', pool('people: team Sales, order: round robin, weights: { b@x.example: 0 }'), /0 is no share/],
    [
      'weights in a given order',
      pool('people: [a@x.example], order: in this order, weights: { a@x.example: 2 }'),
      /Weights mean nothing/,
    ],
    [
      'hours without a word on the rest',
      pool('people: team Sales, order: round robin, only_when_working: true'),
      /It is not said what happens outside working hours/,
    ],
    [
      'a word on the rest without hours',
      pool('people: team Sales, order: round robin, outside_hours: wait'),
      /This pool has no working hours/,
    ],
    [
      'hours that cannot be read',
      pool('people: team Sales, order: round robin, hours: { mon: ["9-8"] }, outside_hours: wait'),
      /pools.A.hours/,
    ],
    ['a fallback to nothing', pool('people: team Sales, order: round robin, fallback: pool B'), /There is no pool "B"/],
    [
      'fallbacks in a circle',
      `${pool('people: team Sales, order: round robin, fallback: pool B')}\n  B: { people: team Sales, order: round robin, fallback: pool A }`,
      /The fallbacks lead in a circle: A, then B, then A/,
    ],
    [
      'a clause below one that takes every lead',
      'routing:\n  R1: { to: pool A }\n  R2: { to: account owner }\npools:\n  A: { people: team Sales, order: round robin }',
      /routing.R2: This is never reached: R1 takes every lead/,
    ],
    [
      'a clause below one that takes the same leads',
      'routing:\n  R1: { when: person.has_phone, to: pool A }\n  R2: { when: person.has_phone, to: pool A }\npools:\n  A: { people: team Sales, order: round robin }',
      /routing.R2: This is never reached: R1 takes the same leads/,
    ],
    [
      'a territory without places',
      `territories: { X: { pool: pool A } }\n${pool('people: team Sales, order: round robin')}`,
      /territories.X: No place is in the territory "X"/,
    ],
    [
      'territories that overlap',
      `territories: { X: { countries: [FR] }, Y: { postcodes: [FR 35] } }\n${pool('people: team Sales, order: round robin')}`,
      /territories.Y.postcodes.0: "Y" and "X" overlap: FR 35 and FR/,
    ],
    [
      'a place without its country',
      `territories: { X: { regions: [Bretagne] } }\n${pool('people: team Sales, order: round robin')}`,
      /does not say in which country/,
    ],
    [
      'no country code',
      `territories: { X: { countries: [Portugal] } }\n${pool('people: team Sales, order: round robin')}`,
      /"Portugal" is no country code/,
    ],
    [
      'a company in two lists',
      `named_accounts: { X: [big.example], Y: [BIG.example] }\n${pool('people: team Sales, order: round robin')}`,
      /BIG.example is in the list "X" already/,
    ],
    [
      'a list with an unknown pool',
      `named_accounts: { X: { accounts: [big.example], pool: pool B } }\n${pool('people: team Sales, order: round robin')}`,
      /named_accounts.X.pool: There is no pool "B"/,
    ],
    [
      'territories without pools',
      'territories: { X: { countries: [FR] } }\nrouting:\n  R1: { to: territory }\npools:\n  A: { people: team Sales, order: round robin }',
      /routing.R1.to: No territory has a pool/,
    ],
    [
      'lists without pools',
      'routing:\n  R1: { to: named account }\npools:\n  A: { people: team Sales, order: round robin }',
      /No list of named accounts has a pool/,
    ],
    [
      'an unknown territory in a condition',
      `territories: { Iberia: { countries: [PT] } }\nrouting:\n  R1: { when: 'territory == "Iberai"', to: pool A }\npools:\n  A: { people: team Sales, order: round robin }`,
      /Iberia/,
    ],
  ])('%s', (_what, routing, problem) => {
    const problems = bad(routing)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(problem)
  })

  it('what only routing knows, in another clause', () => {
    for (const path of [
      'account.owner.is_working',
      'account.is_owned',
      'account.named_in == "X"',
      'territory == "X"',
    ]) {
      const text = DOCUMENT.replace('when: person.has_phone, points: 20', `when: '${path}', points: 20`)
      const compiled = compileAgreement(text, 1)
      expect(compiled).toMatchObject({
        ok: false,
        problems: [{ clause: 'F4', what: expect.stringContaining('is known only when a lead is routed') }],
      })
    }
  })
})
