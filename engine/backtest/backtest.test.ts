import { describe, expect, it } from 'vitest'
import { compileAgreement } from '../agreement/compile-agreement.ts'
import type { Fact, Touch } from '../facts/fact.ts'
import {
  AGREEMENT,
  ANA,
  agreementWith,
  call,
  DOCUMENT,
  fact,
  form,
  knownOwner,
  RUI,
  routedTo,
  when,
} from '../lifecycle/story-for-test.ts'
import type { RosterPerson } from '../routing/roster.ts'
import { cohortOf } from './cohort.ts'
import type { BacktestFigures } from './figures.ts'
import { historyOfStories } from './history-of-stories.ts'
import { matureOf } from './mature.ts'
import { type BacktestInput, runBacktest } from './run-backtest.ts'
import { trackScores } from './score-track.ts'
import { suggest } from './suggest.ts'
import { suggestedDocument } from './suggested-document.ts'

const seller = (id: string, away: RosterPerson['away'] = []): RosterPerson => ({
  id,
  email: null,
  team: 'Sales',
  isActive: true,
  away,
  calendar: null,
  openLeads: 0,
})

/** Under this one only an owner who fills a form twice qualifies. */
const STRICT = agreementWith(['number: { 1: 60, 2: 30, 3: 10 }', 'number: { 1: 90, 2: 70, 3: 10 }'])
const won = (at: string, cents = 100_000): Fact =>
  fact(at, 'deal.won', { deal: 'd1', amountCents: cents, currency: 'EUR', proof: 'none' })

function figuresOf(
  facts: readonly Fact[],
  more: Partial<BacktestInput> = {},
  qualifiedAt?: ReadonlyMap<string, number>,
): BacktestFigures {
  return runBacktest({
    history: historyOfStories(new Map([['p1', facts]]), qualifiedAt),
    draft: AGREEMENT,
    inForce: AGREEMENT,
    roster: [seller(ANA), seller(RUI)],
    fromMs: when('0 00:00'),
    toMs: when('30 00:00'),
    untilMs: when('90 00:00'),
    segment: {},
    seed: 1,
    ...more,
  }).figures
}

const firstContact = (figures: BacktestFigures) =>
  figures.promises.byClock.find((each) => each.clock === 'first contact')?.draft

describe('promises under the same behaviour', () => {
  // Grade B or better of an owner: two working hours from the hand-over at 10:00.
  const cases: [name: string, called: string, expected: { kept: number; broken: number }][] = [
    ['a real call an hour after the hand-over keeps the promise', '0 11:00', { kept: 1, broken: 0 }],
    ['a real call of another seller counts as well', '0 11:30', { kept: 1, broken: 0 }],
    ['a real call the next morning came too late', '1 09:30', { kept: 0, broken: 1 }],
  ]
  it.each(cases)('%s', (_name, called, expected) => {
    const facts = [knownOwner('0 09:30'), form('0 10:00'), call(called, 'no answer', { actor: RUI })]
    const document = agreementWith(
      ['    - { after: 1 working hour, do: reassign, of: [acceptance, first contact], at_most: 2 }\n', ''],
      ['A1: 30 working minutes, B: 2 working hours', 'A1: 30 working minutes, A: 2 working hours'],
    )
    const found = firstContact(figuresOf(facts, { draft: document, inForce: document }))
    expect(found).toMatchObject({ ...expected, unknowable: 0 })
  })

  it('nobody can judge when nothing tells what sales did', () => {
    const { promises } = figuresOf([knownOwner('0 09:30'), form('0 10:00')])
    expect(promises.draft).toEqual({ kept: 0, broken: 0, unknowable: 2, running: 0 })
    expect(promises.brokenRate.draft.rate).toBeNull()
  })

  it('are broken when somebody really had the lead and did nothing', () => {
    const facts = [knownOwner('0 09:30'), form('0 10:00'), routedTo('0 10:01', ANA)]
    const found = figuresOf(facts)
    expect(found.promises.draft.broken).toBeGreaterThan(0)
    expect(found.promises.draft.unknowable).toBe(0)
  })

  it('still run when their term reaches beyond what is known', () => {
    const facts = [knownOwner('0 09:30'), form('0 10:00'), routedTo('0 10:01', ANA)]
    const { promises } = figuresOf(facts, { untilMs: when('0 10:30') })
    expect(promises.draft).toEqual({ kept: 0, broken: 0, unknowable: 0, running: 2 })
  })
})

describe('wins', () => {
  it('are missed when the lead had not qualified by then', () => {
    const facts = [knownOwner('0 09:30'), form('0 10:00'), won('9 10:00')]
    const { won: found, qualified } = figuresOf(facts, { draft: STRICT })
    expect(found).toMatchObject({ all: 1, missed: 1, draft: { k: 0 }, inForce: { k: 1 } })
    expect(qualified.difference.difference).toBe(-1)
  })

  it('are caught later when the draft waits for more', () => {
    const facts = [knownOwner('0 09:30'), form('0 10:00'), form('2 10:00'), won('9 10:00')]
    expect(figuresOf(facts, { draft: STRICT }).won).toMatchObject({ missed: 0, later: { n: 1, medianDays: 2 } })
    const turned = figuresOf(facts, { draft: AGREEMENT, inForce: STRICT })
    expect(turned.won.earlier).toEqual({ n: 1, medianDays: 2 })
  })

  it('that sales opened a deal for before the definition was met count as caught when it is met in time', () => {
    const opened = fact('1 10:00', 'deal.opened', { deal: 'd1' })
    const facts = [knownOwner('0 09:30'), form('0 10:00'), opened, form('2 10:00'), won('9 10:00')]
    expect(figuresOf(facts, { draft: STRICT }).won).toMatchObject({ all: 1, missed: 0 })
  })

  it('bring their amounts to who qualifies', () => {
    const facts = [knownOwner('0 09:30'), form('0 10:00'), won('9 10:00', 250_000)]
    const { money } = figuresOf(facts, { draft: STRICT })
    expect(money.realised.inForce.cents).toBe(250_000)
    expect(money.realised.draft.cents).toBe(0)
    expect(money.expected?.inForce.cents).toBe(250_000)
  })
})

describe('history', () => {
  it('that was imported is judged as if it happened today', () => {
    const past = { isHistory: true }
    const facts = [knownOwner('0 09:30', past), form('0 10:00', past)]
    expect(figuresOf(facts).qualified.draft.k).toBe(1)
  })

  it('of an import that says qualified does not qualify anybody under the draft', () => {
    const told = fact('0 10:05', 'stage.recorded', { stage: 'qualified' }, { isHistory: true })
    const facts = [fact('0 10:00', 'form.submitted', { name: 'x' }, { isHistory: true }), told]
    const { qualified } = figuresOf(facts, {}, new Map([['p1', when('0 10:05')]]))
    expect(qualified).toMatchObject({ draft: { k: 0 }, really: { k: 1 } })
  })

  it('before the period counts for the score and not for the cohort', () => {
    const facts = [knownOwner('-40 09:30'), form('-40 10:00')]
    expect(figuresOf(facts).leads).toBe(0)
  })

  it('is not looked at beyond what is known', () => {
    const facts = [knownOwner('0 09:30'), form('0 10:00'), won('200 10:00')]
    expect(figuresOf(facts).won.all).toBe(0)
  })
})

describe('hand-over', () => {
  it('passes over who was away then, and says when nobody was there', () => {
    const away = [{ from: when('0 00:00'), to: when('2 00:00') }]
    const facts = [knownOwner('0 09:30'), form('0 10:00')]
    const one = figuresOf(facts, { roster: [seller(ANA, away), seller(RUI)] })
    expect(one.load.sellers.filter((each) => each.draft > 0).map((each) => each.seller)).toEqual([RUI])
    const none = figuresOf(facts, { roster: [seller(ANA, away)] })
    expect(none.load.unroutable.draft).toBe(1)
    expect(none.load.sellers.filter((each) => each.draft > 0).map((each) => each.seller)).toEqual([ANA])
  })

  it('gives up at once when the pools are empty', () => {
    const { load, cannotSay } = figuresOf([knownOwner('0 09:30'), form('0 10:00')], { roster: [] })
    expect(load.sellers).toEqual([])
    expect(cannotSay).toContainEqual({ what: 'nobody in pools', n: 1 })
  })
})

describe('a suggestion', () => {
  const from = (origin: string, landingPage: string): { touch: Touch } => ({
    touch: { channel: null, origin, campaign: null, landingPage },
  })
  /** Forty leads a source: one in two of the fair is won, one in ten of the search, most of these on one page. */
  const stories = new Map<string, Fact[]>()
  for (let one = 0; one < 80; one++) {
    const isFair = one < 40
    const page = isFair ? 'stand' : one < 60 ? 'good' : 'poor'
    const isWon = isFair ? one % 2 === 0 : page === 'good' && one % 5 === 0
    stories.set(`p${String(one).padStart(2, '0')}`, [
      form(`${one % 20} 10:00`, from(isFair ? 'fair' : 'search', page)),
      ...(isWon ? [won(`${(one % 20) + 1} 10:00`)] : []),
    ])
  }
  const track = trackScores(historyOfStories(stories), AGREEMENT, [], when('90 00:00'))
  const fromMs = when('0 00:00')
  const toMs = when('28 00:00')
  const cohort = cohortOf(track, { fromMs, toMs, segment: {} })
  const { isMature } = matureOf(track, cohort, when('90 00:00'))
  const asked = { track, cohort, isMature, fromMs, toMs }

  it('takes what is better than the average when there is no limit', () => {
    const found = suggest({ ...asked, perWeek: null })
    expect(found.clauses.map(({ clause, when: condition }) => [clause, condition])).toEqual([
      ['Q1', 'lead.origin == "fair"'],
    ])
    expect(found).toMatchObject({ leads: 80, taken: 40, won: { k: 20, n: 40 }, average: { k: 24, n: 80 } })
  })

  it('takes the best while sales can take them, and names pages where only some are good', () => {
    const found = suggest({ ...asked, perWeek: 15 })
    expect(found.clauses.map((each) => each.when)).toEqual([
      'lead.origin == "fair"',
      'lead.origin == "search" && lead.landing_page in ["good"]',
    ])
    expect(found.takenPerWeek).toBeLessThanOrEqual(15)
  })

  it('becomes an agreement that passes the check, with every other character as it was', () => {
    const { clauses } = suggest({ ...asked, perWeek: 15 })
    const text = suggestedDocument(DOCUMENT, clauses, 'Drafted from the data.')
    const compiled = compileAgreement(text, 2)
    expect(compiled.ok && compiled.agreement.qualifyRules.map((rule) => rule.clause)).toEqual(['Q1', 'Q2'])
    const [before, after] = [DOCUMENT.split('\n'), text.split('\n')]
    expect(
      after.filter((line) => !before.includes(line)).every((line) => /^\s+(#|Q\d:|when:|because:)/.test(line)),
    ).toBe(true)
    expect(before.filter((line) => !after.includes(line))).toHaveLength(2)
  })
})
