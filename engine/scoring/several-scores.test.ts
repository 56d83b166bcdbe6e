import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { clausesOf } from '../agreement/clauses-of.ts'
import { compileAgreement } from '../agreement/compile-agreement.ts'
import { explainQualification } from '../agreement/explain-qualification.ts'
import type { Fact } from '../facts/fact.ts'
import { fold } from '../lifecycle/fold.ts'
import { emptyState } from '../lifecycle/state.ts'
import { step } from '../lifecycle/step.ts'
import { agreementWith, all, DOCUMENT, fact, form, when } from '../lifecycle/story-for-test.ts'
import { faded, pointsAt } from './decay.ts'

const DAY = 86_400_000
const SCORES = `scores:
  Payments:
    fit:
      P1: { when: 'account.industry == "retail"', points: 80 }
    engagement:
      half_life: 10 days
      P10: { on: page.viewed, when: 'page.path.startsWith("/pay")', points: 40 }
      P11: { on: email.opened, points: 2 }
    grades:
      letter: { A: 70, B: 45, C: 20 }
      number: { 1: 60, 2: 30, 3: 10 }
`
const Q2 = `Q2: { when: 'grade in ["A1", "A2", "B1", "B2"]' }`
const several = agreementWith(
  ['stages:\n', `${SCORES}stages:\n`],
  [Q2, `Q5: { when: 'grades["Payments"] in ["A1", "A2"]', for: Payments }\n      ${Q2}`],
)
const retailer = (at: string): Fact =>
  fact(at, 'person.identified', {
    person: { email: 'vera@firm.example', role: 'owner' },
    account: { employees: 80, industry: 'retail' },
  })
const pay = (at: string | number): Fact => fact(at, 'page.viewed', { path: '/pay/cards' })

describe('scores side by side', () => {
  const facts = [retailer('0 10:00'), pay('0 10:10')]
  const folded = fold(() => several, facts)

  it('each have their own fit, engagement and grade', () => {
    expect(folded.state).toMatchObject({ fit: 100, engagement: 4, grade: 'A4' })
    expect(folded.state.scores?.Payments).toMatchObject({ fit: 80, engagement: 40, grade: 'A2' })
  })

  it('name the score in their decisions, and the main one does not', () => {
    const named = folded.decisions.flatMap(({ what, data }) =>
      what === 'scored' || what === 'graded' ? [[what, data.score ?? 'main']] : [],
    )
    expect(named).toContainEqual(['graded', 'Payments'])
    expect(named).toContainEqual(['graded', 'main'])
  })

  it('say whose definition was met, with its grade', () => {
    expect(all(folded, 'qualified')[0]).toMatchObject({
      clause: 'Q5',
      data: { product: 'Payments', grade: 'A2', fit: 80 },
    })
  })

  it('are told clause by clause, in both languages', () => {
    const say = (language: 'en' | 'fr') => clausesOf(several, language).find(({ clause }) => clause === 'P1')
    expect(say('en')).toMatchObject({ section: 'scores', path: ['scores', 'Payments', 'fit', 'P1'] })
    expect(say('en')?.sentence).toMatch(/^For “Payments”: 80 points when/)
    expect(say('fr')?.sentence).toMatch(/^Pour « Payments » : 80 points/)
    expect(clausesOf(several, 'en').find(({ clause }) => clause === 'Q5')?.sentence).toBe(
      'A lead is qualified for “Payments” when their grade for “Payments” is A1 or A2.',
    )
  })

  it('end the same step by step as folded at once, and change nothing of a document without them', () => {
    let state = emptyState()
    for (const each of facts) state = step(several, state, each).state
    expect(state).toEqual(folded.state)
    expect(fold(() => agreementWith(), facts).state.scores).toBeUndefined()
  })

  test.each<[string, string, string, string]>([
    ['a score nobody named', 'grades["Payments"]', 'grades["Paiments"]', 'Did you mean Payments?'],
    ['a product nobody named', 'for: Payments', 'for: Loans', 'Name one of: Payments.'],
    ['a grade there is not', '["A1", "A2"]\', for', '["A9", "A2"]\', for', ''],
  ])('refuses %s', (_, from, to, mend) => {
    const text = DOCUMENT.replace('stages:\n', `${SCORES}stages:\n`).replace(
      Q2,
      `Q5: { when: 'grades["Payments"] in ["A1", "A2"]', for: Payments }\n      ${Q2}`,
    )
    const compiled = compileAgreement(text.replace(from, to), 1)
    expect(compiled.ok ? null : compiled.problems[0]).toMatchObject({ clause: 'Q5' })
    expect(compiled.ok ? '' : compiled.problems[0]?.mend).toContain(mend)
  })
})

describe('clauses that held and stand later', () => {
  it('are named in the decision of the one that won', () => {
    const folded = fold(
      () => agreementWith(),
      [retailer('0 10:00'), fact('0 10:05', 'form.submitted', { name: 'price list', wantsCall: true })],
    )
    const [qualified] = all(folded, 'qualified')
    expect(qualified).toMatchObject({ clause: 'Q1', data: { alsoHeld: ['Q2'] } })
  })

  it('are left out where there are none', () => {
    const [qualified] = all(
      fold(() => agreementWith(), [fact('0 10:05', 'form.submitted', { name: 'price list', wantsCall: true })]),
      'qualified',
    )
    expect(qualified?.data).not.toHaveProperty('alsoHeld')
  })
})

describe('a half-life of its own', () => {
  const slow = agreementWith([
    'E4: { on: email.replied, points: 35 }',
    'E4: { on: email.replied, points: 35, half_life: 7 days }',
  ])
  const replied = (at: string | number): Fact => fact(at, 'email.replied', {})

  it('fades the points of its clause at its own pace, and the rest at theirs', () => {
    const folded = fold(() => slow, [form('0 10:00'), replied('0 10:00')])
    const left = pointsAt(folded.state, when('14 10:00'), slow.halfLifeMs)
    expect(left).toBeCloseTo(faded(40, 14 * DAY, 30 * DAY) + 35 / 4, 9)
    expect(clausesOf(slow, 'en').find(({ clause }) => clause === 'E4')?.sentence).toMatch(
      /half of their worth is gone after 7 days\.$/,
    )
  })

  it('has every score equal the sum of its ledger, whatever happens when', () => {
    const event = fc.record({
      at: fc.integer({ min: 0, max: 100 * 24 }),
      kind: fc.constantFrom('form', 'reply', 'page'),
    })
    fc.assert(
      fc.property(fc.array(event, { maxLength: 25 }), (events) => {
        const facts = events.map(({ at, kind }) => {
          const moment = when('0 00:00') + at * 3_600_000
          return kind === 'form'
            ? fact(moment, 'form.submitted', { name: 'price list' })
            : kind === 'reply'
              ? replied(moment)
              : pay(moment)
        })
        const both = agreementWith(
          [
            'stages:\n',
            `${SCORES.replace('points: 40 }', 'points: 40, half_life: 3 days, at_most: 60 a day }')}stages:\n`,
          ],
          ['E4: { on: email.replied, points: 35 }', 'E4: { on: email.replied, points: 35, half_life: 7 days }'],
          ['half_life: 30 days\n', 'half_life: 30 days\n  at_most: 50 a day\n'],
        )
        const { state, decisions } = fold(() => both, facts)
        const end = when('120 00:00')
        for (const [name, card, rules] of [
          [undefined, state, both],
          ['Payments', state.scores?.Payments ?? state, both.scores[0] ?? both],
        ] as const) {
          let sum = 0
          for (const { what, at, data } of decisions) {
            if (what !== 'scored' || data.axis !== 'engagement' || data.score !== name) continue
            for (const { clause, points } of data.lines) {
              const rule = rules.engagementRules.find((each) => each.clause === clause)
              sum += faded(points, end - at, rule?.halfLifeMs ?? rules.halfLifeMs)
            }
          }
          if (events.length > 0) expect(pointsAt(card, end, rules.halfLifeMs)).toBeCloseTo(sum, 6)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('a limit to all clauses together', () => {
  it('cuts the points of a day, and the ledger says so', () => {
    const capped = agreementWith(['half_life: 30 days\n', 'half_life: 30 days\n  at_most: 50 a day\n'])
    const folded = fold(() => capped, [form('0 10:00'), form('0 11:00'), form('1 11:00')])
    const lines = all(folded, 'scored').flatMap(({ data }) => (data.axis === 'engagement' ? data.lines : []))
    expect(lines).toEqual([
      { clause: 'E1', points: 40 },
      { clause: 'E1', points: 10, limitedBy: '50 a day in all' },
      { clause: 'E1', points: 40 },
    ])
  })
})

describe('lead sources', () => {
  const sources = `sources:
  Website: 'lead.channel in ["organic", "direct"]'
  Events: { when: 'lead.opened_by == "event.attended" || lead.form == "fair"', owner: marketing, because: we stand there }
`
  const sourced = agreementWith(
    ['fit:\n', `${sources}fit:\n`],
    [Q2, `Q6: { when: 'lead.source_name == "Events"' }\n      ${Q2}`],
  )
  const touch = { channel: 'organic', origin: null, campaign: null, landingPage: null }

  test.each<[string, Fact, string, string | null]>([
    ['the first that holds', fact('0 10:00', 'form.submitted', { name: 'fair' }, { touch }), 'Website', null],
    ['a later one', fact('0 10:00', 'form.submitted', { name: 'fair' }), 'Events', 'Q6'],
    [
      'other where none holds',
      fact('0 10:00', 'form.submitted', { name: 'price list', wantsCall: true }),
      'other',
      'Q1',
    ],
  ])('name %s', (_, first, name, clause) => {
    const folded = fold(() => sourced, [first])
    const [qualified] = all(folded, 'qualified')
    expect(qualified?.clause ?? null).toBe(clause)
    if (qualified !== undefined) expect(qualified.data.source).toBe(name)
    const [q1] = explainQualification(sourced, folded.state, 0)
    if (clause === null) expect(q1?.holds).toBe(false)
  })

  it('refuse a source that conditions name and the document does not', () => {
    const text = DOCUMENT.replace('fit:\n', `${sources}fit:\n`).replace(
      Q2,
      `Q6: { when: 'lead.source_name == "Event"' }`,
    )
    const compiled = compileAgreement(text, 1)
    expect(compiled.ok ? null : compiled.problems[0]?.clause).toBe('Q6')
  })
})
