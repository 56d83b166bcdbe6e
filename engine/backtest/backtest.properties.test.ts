import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CompiledAgreement } from '../agreement/compiled.ts'
import type { Fact } from '../facts/fact.ts'
import { arbitraryAgreement, arbitraryFacts } from '../lifecycle/arbitrary-story.ts'
import { fold } from '../lifecycle/fold.ts'
import { emptyState } from '../lifecycle/state.ts'
import { applyFact } from '../lifecycle/step.ts'
import { AGREEMENT, ANA, agreementWith, RUI, when, ZOE } from '../lifecycle/story-for-test.ts'
import type { RosterPerson } from '../routing/roster.ts'
import { faded } from '../scoring/decay.ts'
import { factReader } from './fact-reader.ts'
import { GRADES } from './grades.ts'
import { REAL } from './history.ts'
import { historyOfStories } from './history-of-stories.ts'
import { readsOf } from './projection.ts'
import { qualifyAll } from './qualify-all.ts'
import { runBacktest } from './run-backtest.ts'
import { trackScores, withoutQualifying } from './score-track.ts'
import { simulateWork } from './simulate-work.ts'

const person = (id: string, email: string, away: RosterPerson['away'] = []): RosterPerson => ({
  id,
  email,
  team: 'Sales',
  isActive: true,
  away,
  calendar: null,
  openLeads: 0,
})
const ROSTER = [
  person(ANA, 'ana@x.example'),
  person(RUI, 'rui@x.example', [{ from: when('1 00:00'), to: when('3 00:00') }]),
  person(ZOE, 'zoe@x.example'),
]
const UNTIL = when('400 00:00')

const idOf = (index: number): string => `00000000-0000-7000-9000-${String(index).padStart(12, '0')}`
const stories = fc
  .array(arbitraryFacts, { minLength: 1, maxLength: 6 })
  .map((all) => new Map(all.map((facts, index): [string, Fact[]] => [idOf(index), facts])))

function historyOf(all: ReadonlyMap<string, Fact[]>) {
  return historyOfStories(all)
}

describe('a fold over columns', () => {
  it('keeps the scores that every fact of a lead leaves, exactly', () => {
    fc.assert(
      fc.property(stories, arbitraryAgreement, (all, agreement) => {
        const history = historyOf(all)
        const track = trackScores(history, agreement, [], UNTIL)
        const reader = factReader(history)
        const silent = withoutQualifying(agreement)
        for (let one = 0; one < history.people.length; one++) {
          const expected: number[][] = []
          const state = emptyState()
          for (let index = history.firstOf[one] ?? 0; index < (history.firstOf[one + 1] ?? 0); index++) {
            const fact = reader.factAt(index)
            if (fact.at > UNTIL) break
            const decisions = applyFact(silent, state, fact)
            if (decisions.length === 1 && decisions[0]?.what === 'ignored') continue
            if (state.attempt === null || state.attempt.outcome !== 'open' || state.attempt.isHeld) continue
            expected.push([
              fact.at,
              state.fit,
              faded(state.engagement, fact.at - state.engagementAt, agreement.halfLifeMs),
            ])
          }
          const found: number[][] = []
          for (let at = track.firstOf[one] ?? 0; at < (track.firstOf[one + 1] ?? 0); at++)
            found.push([track.at[at] ?? 0, track.fit[at] ?? 0, track.engagement[at] ?? 0])
          expect(found).toEqual(expected)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('qualifies, hands over and breaks promises exactly as the fold of the same facts does', () => {
    fc.assert(
      fc.property(stories, arbitraryAgreement, (all, agreement) => {
        const history = historyOf(all)
        // Somebody had every lead: what sales did is known, and clocks strike.
        history.flags.fill(REAL.handedOver)
        const qualification = qualifyAll(trackScores(history, agreement, readsOf(agreement).paths, UNTIL), agreement)
        const lived = new Map<number, Fact[]>()
        const work = simulateWork({
          history,
          agreement,
          qualification,
          roster: ROSTER,
          untilMs: UNTIL,
          onFact: (one, fact) => {
            const facts = lived.get(one) ?? []
            lived.set(one, facts)
            facts.push({ ...fact, messageId: String(facts.length).padStart(6, '0') })
          },
        })
        for (const [one] of history.people.entries()) checkOne(agreement, qualification, work, one, lived.get(one))
      }),
      { numRuns: 250 },
    )
  })
})

function checkOne(
  agreement: CompiledAgreement,
  qualification: ReturnType<typeof qualifyAll>,
  work: ReturnType<typeof simulateWork>,
  one: number,
  facts: readonly Fact[] | undefined,
): void {
  const at = qualification.at[one] ?? Number.NaN
  if (facts === undefined) {
    expect(at).toBeNaN()
    return
  }
  const { decisions } = fold(() => agreement, facts)
  const first = decisions.find((each) => each.what === 'qualified')
  if (first !== undefined && first.what === 'qualified') {
    // A lead that sales moved on by hand may meet the definition before it is in the stage where that is asked.
    expect(at).toBeLessThanOrEqual(first.at)
    if (at === first.at) expect(GRADES[qualification.grade[one] ?? 0]).toBe(first.data.grade)
    else expect(decisions.some((each) => each.what === 'advanced' && each.at <= at)).toBe(true)
  }
  const routed = decisions.flatMap((each) => (each.what === 'routed' ? [`${each.at} ${each.data.to}`] : []))
  const handed: string[] = []
  for (const [i, who] of work.handed.person.entries())
    if (who === one) handed.push(`${work.handed.at[i]} ${ROSTER[work.handed.seller[i] ?? 0]?.id}`)
  expect(handed).toEqual(routed)
  const ends = (end: number) => work.promises.person.filter((who, i) => who === one && work.promises.end[i] === end)
  expect(ends(1)).toHaveLength(decisions.filter((each) => each.what === 'clock.breached').length)
}

const DRAFT = agreementWith(
  ['A: 70, B: 45, C: 20', 'A: 60, B: 30, C: 10'],
  ['E1: { on: form.submitted, points: 40 }', 'E1: { on: form.submitted, points: 61 }'],
)
const asked = { fromMs: when('-1 00:00'), toMs: UNTIL, segment: {}, untilMs: UNTIL, seed: 7, roster: ROSTER }

describe('a back-test', () => {
  it('says the same whatever the order of people', () => {
    fc.assert(
      fc.property(stories, (all) => {
        const other = new Map([...all].reverse())
        const one = runBacktest({ ...asked, history: historyOf(all), draft: DRAFT, inForce: AGREEMENT })
        const two = runBacktest({ ...asked, history: historyOf(other), draft: DRAFT, inForce: AGREEMENT })
        expect(two.figures).toEqual(one.figures)
        expect(two.rows.numbers).toEqual(one.rows.numbers)
      }),
      { numRuns: 100 },
    )
  })

  it('finds no difference between an agreement and itself', () => {
    fc.assert(
      fc.property(stories, (all) => {
        const { figures } = runBacktest({ ...asked, history: historyOf(all), draft: AGREEMENT, inForce: AGREEMENT })
        const { qualified, won, promises, money } = figures
        expect(qualified.difference).toEqual({ difference: 0, low: 0, high: 0 })
        expect(won.difference.difference).toBe(0)
        expect(won.earlier.n + won.later.n).toBe(0)
        expect(promises.draft).toEqual(promises.inForce)
        expect(money.realised.difference).toEqual({ cents: 0, low: 0, high: 0 })
        if (money.expected !== null) expect(money.expected.difference).toEqual({ cents: 0, low: 0, high: 0 })
      }),
      { numRuns: 60 },
    )
  })

  it('adds up: grades, clauses, weeks, sellers, clocks and rows', () => {
    fc.assert(
      fc.property(stories, (all) => {
        const { figures, rows } = runBacktest({ ...asked, history: historyOf(all), draft: DRAFT, inForce: AGREEMENT })
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
        const qualified = figures.qualified.draft.k
        expect(sum(figures.byGrade.map((each) => each.draft))).toBe(qualified)
        expect(sum(figures.byClause.map((each) => each.draft))).toBe(qualified)
        expect(sum(figures.load.weeks.map((each) => each.draft))).toBe(qualified)
        expect(figures.won.draft.k + figures.won.missed).toBe(figures.won.all)
        for (const name of ['kept', 'broken', 'unknowable', 'running'] as const)
          expect(sum(figures.promises.byClock.map((each) => each.draft[name]))).toBe(figures.promises.draft[name])
        expect(rows.person).toHaveLength(figures.leads)
        expect(rows.numbers.filter((numbers) => (numbers & 2) !== 0)).toHaveLength(qualified)
        expect(rows.draftAt.filter((at) => !Number.isNaN(at))).toHaveLength(qualified)
        const handed = new Set(Array.from(rows.seller).filter((seller) => seller > 0))
        expect(figures.load.sellers.filter((each) => each.draft > 0).length).toBeGreaterThanOrEqual(handed.size)
      }),
      { numRuns: 60 },
    )
  })
})
