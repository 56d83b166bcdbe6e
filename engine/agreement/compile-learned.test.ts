import { describe, expect, it, test } from 'vitest'
import { historyOfStories } from '../backtest/history-of-stories.ts'
import { runBacktest } from '../backtest/run-backtest.ts'
import { contributionSentence } from '../learning/contribution-sentence.ts'
import { learn } from '../learning/learn.ts'
import type { StoredModel } from '../learning/stored-model.ts'
import { plainLeads } from '../learning/table-for-test.ts'
import { fold } from '../lifecycle/fold.ts'
import { AGREEMENT, all, DOCUMENT, fact, when } from '../lifecycle/story-for-test.ts'
import { clausesOf } from './clauses-of.ts'
import { compileAgreement } from './compile-agreement.ts'

const found = learn(plainLeads(3000), { model: 'logistic', split: 'time', exclude: [], writtenAfter: ['shoe'] })
if (!found.ok) throw new Error(found.reason)
const stored: StoredModel = {
  name: 'wins-2026',
  model: found.model,
  warnings: found.warnings,
  rowsToMs: when('2 00:00'),
}
const models = new Map([[stored.name, stored]])
const LEARNED = `learned:
  L1:
    because: learned from 3,000 leads
    model: wins-2026
    fields: { source: lead.channel, visits: account.employees, shoe: 'traits["shoe size"]' }
    points: { of: fit, at_most: 40 }
    known_in_time: { shoe: they tell it in the first form }
`
const documentWith = (learned: string) => DOCUMENT.replace('stages:\n', `${learned}stages:\n`)
const compiled = compileAgreement(documentWith(LEARNED), 2, models)
if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
const { agreement } = compiled
const touch = (channel: string) => ({ channel, origin: null, campaign: null, landingPage: null })
const met = (at: string, channel: string, employees = 10) => [
  fact(at, 'form.submitted', { name: 'price list' }, { touch: touch(channel) }),
  fact(at, 'person.identified', { person: { email: 'vera@firm.example' }, account: { employees } }),
]

describe('a learned clause', () => {
  const referred = fold(() => agreement, met('0 10:00', 'referral', 19))
  const searched = fold(() => agreement, met('0 10:00', 'search', 0))

  const lines = all(referred, 'scored').flatMap(({ data }) => data.lines)

  it('gives its most points times the probability, rounded', () => {
    const line = lines.findLast(({ clause }) => clause === 'L1')
    expect(line?.points).toBe(Math.round(40 * (line?.learned?.probability ?? 0)))
    expect(referred.state.fit).toBeGreaterThan(searched.state.fit)
    expect(referred.state.fit).toBe(referred.state.fitLines.reduce((sum, { points }) => sum + points, 0))
  })

  it('keeps the probability and the three strongest contributions, which can be told', () => {
    const line = lines.findLast(({ clause }) => clause === 'L1')
    expect(line?.learned?.strongest).toHaveLength(3)
    const [strongest] = line?.learned?.strongest ?? []
    expect(strongest === undefined ? '' : contributionSentence(strongest, 'en')).toMatch(
      /^(source is referral|visits is 19), odds times/,
    )
    expect(strongest === undefined ? '' : contributionSentence(strongest, 'fr')).toMatch(/, chances multipliées par/)
  })

  it('is read aloud with what it reads and why that is known in time', () => {
    const en = clausesOf(agreement, 'en').find(({ clause }) => clause === 'L1')
    expect(en?.sentence).toBe(
      'At most 40 points for who they are, by what the learned score “wins-2026” makes of the channel they came through, the company’s number of employees and “shoe size”: so much of them as it is likely that won will be yes. “shoe” is known in time: they tell it in the first form.',
    )
    expect(clausesOf(agreement, 'fr').find(({ clause }) => clause === 'L1')?.sentence).toContain('score appris')
  })

  test.each<[string, string, string, RegExp, RegExp]>([
    [
      'a model there is not',
      'model: wins-2026',
      'model: wins-2025',
      /no learned score "wins-2025"/,
      /Did you mean "wins-2026"/,
    ],
    [
      'a field of the wrong type',
      'visits: account.employees',
      'visits: account.industry',
      /"visits" is a number in the model, and account.industry is a text/,
      /holds a number/,
    ],
    [
      'a field the model does not read',
      'visits: account.employees',
      'visits: account.employees, hat: lead.form',
      /reads no "hat"/,
      /Remove/,
    ],
    ['a field without a place', 'source: lead.channel, ', '', /reads "source", and nothing says/, /Add "source:"/],
    ['what is no field', 'lead.channel', 'lead.channel == "x"', /more than the name of a field/, /Name one field/],
    ['what is not known', 'lead.channel', 'lead.chanel', /no field "chanel"/, /Did you mean channel/],
    [
      'a leak without a reason',
      'known_in_time: { shoe: they tell it in the first form }',
      'known_in_time: {}',
      /may know the end beforehand/,
      /known_in_time: \{ shoe/,
    ],
    ['a score there is not', 'of: fit,', 'of: fit, score: Payments,', /no score "Payments"/, /Leave it out/],
  ])('is refused with %s', (_, from, to, what, mend) => {
    const bad = compileAgreement(documentWith(LEARNED.replace(from, to)), 2, models)
    const [problem] = bad.ok ? [] : bad.problems
    expect(problem?.clause).toBe('L1')
    expect(problem?.what).toMatch(what)
    expect(problem?.mend).toMatch(mend)
    expect(problem?.line).toBeGreaterThan(1)
  })

  it('is back-tested only on leads first met after the rows it was learned from', () => {
    const stories = new Map([
      ['p1', met('0 10:00', 'referral')],
      ['p2', met('3 10:00', 'referral')],
      ['p3', met('4 10:00', 'search')],
    ])
    const run = (draft: typeof agreement) =>
      runBacktest({
        history: historyOfStories(stories),
        draft,
        inForce: AGREEMENT,
        roster: [],
        fromMs: when('0 00:00'),
        toMs: when('30 00:00'),
        untilMs: when('90 00:00'),
        segment: {},
        seed: 1,
      }).figures
    expect(run(AGREEMENT).leads).toBe(3)
    expect(run(agreement).leads).toBe(2)
    expect(run(agreement).cannotSay).toContainEqual({ what: 'learnt from', n: 1 })
    expect(
      run({
        ...agreement,
        learned: agreement.learned.map((each) => ({ ...each, stored: { ...stored, rowsToMs: null } })),
      }).cannotSay,
    ).toContainEqual({ what: 'maybe learnt from', n: 3 })
  })
})
