import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CompiledAgreement } from '../agreement/compiled.ts'
import { type Fact, storyOf } from '../facts/fact.ts'
import { FACT_KINDS } from '../facts/kinds.ts'
import { leadContext } from '../scoring/context.ts'
import { faded } from '../scoring/decay.ts'
import { arbitraryLife, type Life, secondVersion } from './arbitrary-story.ts'
import type { Decision } from './decision.ts'
import { type Folded, fold } from './fold.ts'
import { owedClocks } from './owed.ts'
import { promisedTerm } from './promised-terms.ts'
import { type AttemptState, emptyState, type PersonState, STAGES } from './state.ts'
import { isNext, step } from './step.ts'
import { when } from './story-for-test.ts'

declare const process: { env: Record<string, string | undefined> }
/** ENSEMBLE_TEST_STREAMS=20000 for a long run. */
const numRuns = Number(process.env.ENSEMBLE_TEST_STREAMS ?? 300)
const all = (property: (life: Life) => void) => fc.assert(fc.property(arbitraryLife, property), { numRuns })
const factsOf = ({ facts, late }: Life): Fact[] => [...facts, ...late]

type Step = { fact: Fact; before: PersonState; state: PersonState; decisions: Decision[] }
/** The story step by step; the state goes through JSON between the steps, as through a database. */
function stepsOf(agreementAt: (atMs: number) => CompiledAgreement, facts: readonly Fact[]): Step[] {
  let state = emptyState()
  return storyOf(facts).map((fact) => {
    const before = state
    const frozen = JSON.stringify(before)
    const stepped = step(agreementAt(fact.at), before, fact)
    expect(JSON.stringify(before)).toBe(frozen)
    expect(isNext(before, fact)).toBe(true)
    state = JSON.parse(JSON.stringify(stepped.state))
    return { fact, before, state, decisions: stepped.decisions }
  })
}

function expectSame(one: Folded, other: Folded): void {
  expect(other.state).toEqual(one.state)
  expect(other.decisions).toEqual(one.decisions)
  expect(other.ended).toEqual(one.ended)
}

describe('a story', () => {
  it('ends the same in whatever order and however often its facts arrive', () => {
    fc.assert(
      fc.property(arbitraryLife, fc.infiniteStream(fc.nat()), (life, dice) => {
        const facts = factsOf(life)
        const roll = () => dice.next().value
        const arrived = [...facts, ...facts.filter(() => roll() % 3 === 0)]
          .map((fact) => ({ fact: { ...fact }, place: roll() }))
          .sort((a, b) => a.place - b.place)
          .map((each) => each.fact)
        expectSame(
          fold(() => life.agreement, storyOf(facts)),
          fold(() => life.agreement, arrived),
        )
      }),
      { numRuns },
    )
  })

  it('is the same step by step, through a database, as folded at once', () => {
    const second = secondVersion()
    all((life) => {
      const at = (atMs: number) => (atMs < when('30 00:00') ? life.agreement : second)
      const facts = factsOf(life)
      const steps = stepsOf(at, facts)
      const folded = fold(at, facts)
      expect(steps.at(-1)?.state).toEqual(JSON.parse(JSON.stringify(folded.state)))
      const versions = steps.flatMap(({ fact, decisions }) =>
        decisions.map((each) => ({ ...each, version: at(fact.at).version })),
      )
      expect(versions).toEqual(folded.decisions)
    })
  })
})

function expectOwned({ fact, state, decisions }: Step, agreement: CompiledAgreement): void {
  const { attempt } = state
  if (attempt === null) return
  const names = attempt.clocks.map((clock) => clock.name)
  expect(new Set(names).size).toBe(names.length)
  for (const { strikes, next, startedAt, dueAt } of attempt.clocks) {
    expect(strikes).toEqual([...strikes].sort((a, b) => a.at - b.at))
    expect(next >= 0 && next <= strikes.length && startedAt <= dueAt).toBe(true)
  }
  if (attempt.outcome !== 'open') {
    expect(names.filter((name) => name !== 'recycling')).toEqual([])
    expect(attempt.awaiting).toBeNull()
    return
  }
  expect(attempt.team).toBe(agreement.stageOwners[attempt.stage])
  const owed = owedClocks(attempt, agreement.promises.attempts?.atLeast ?? 0)
  expect(names.filter((name) => name !== 'parking' && !owed.includes(name))).toEqual([])
  expect(names.includes('parking') && attempt.owner !== null).toBe(false)
  if (attempt.isHistory) expect(names).toEqual([])
  if (attempt.isHistory || fact.isHistory || decisions.some((each) => each.what === 'ignored')) return
  const missing = owed.filter((name) => !names.includes(name) && promisedTerm(agreement, name, state.grade) !== null)
  expect(missing).toEqual([])
  if (attempt.owner !== null || attempt.stage === 'inquiry' || attempt.awaiting !== null || names.includes('parking'))
    return
  // Past inquiry with nobody looked for: only a lead told about long ago, which would not qualify today.
  const engagement = faded(state.engagement, fact.at - state.engagementAt, agreement.halfLifeMs)
  expect(agreement.qualify(leadContext(state, engagement, agreement))).toBe(-1)
}

describe('at every moment', () => {
  it('an open lead has one team, and exactly the clocks the agreement owes it (invariant 2)', () => {
    all((life) => {
      for (const each of stepsOf(() => life.agreement, factsOf(life))) expectOwned(each, life.agreement)
    })
  })

  it('the score is the faded sum of its ledger (invariant 5)', () => {
    all((life) => {
      const { state, decisions } = fold(() => life.agreement, factsOf(life))
      const lines = decisions.flatMap((each) =>
        each.what === 'scored' ? each.data.lines.map((line) => ({ ...line, at: each.at, axis: each.data.axis })) : [],
      )
      let sum = 0
      for (const { axis, points, at } of lines)
        if (axis === 'engagement') sum += faded(points, state.engagementAt - at, life.agreement.halfLifeMs)
      expect(state.engagement).toBeCloseTo(sum, 6)
      expect(state.fitLines.reduce((total, line) => total + line.points, 0)).toBeCloseTo(state.fit, 9)
      expect(state.fit >= 0 && state.fit <= 100).toBe(true)
    })
  })

  it('no clause gives more in a day than agreed', () => {
    all((life) => {
      const given = new Map<string, number>()
      for (const each of fold(() => life.agreement, factsOf(life)).decisions) {
        if (each.what !== 'scored' || each.data.axis !== 'engagement') continue
        const day = new Date(each.at).toLocaleDateString('en', { timeZone: 'Europe/Paris' })
        for (const line of each.data.lines)
          given.set(`${line.clause} ${day}`, (given.get(`${line.clause} ${day}`) ?? 0) + line.points)
      }
      for (const [key, points] of given)
        expect(points).toBeLessThanOrEqual(
          key.startsWith('E2 ') ? 30 : key.startsWith('E3 ') ? 10 : Number.POSITIVE_INFINITY,
        )
    })
  })

  it('what is concluded names a fact of the story and an attempt that exists', () => {
    all((life) => {
      const facts = factsOf(life)
      const ids = new Set(facts.map((fact) => fact.id))
      for (const { state, before, decisions } of stepsOf(() => life.agreement, facts)) {
        for (const { attempt, fact } of decisions) {
          expect(ids.has(fact)).toBe(true)
          expect(attempt <= state.pastAttempts && attempt >= (before.attempt?.number ?? 0)).toBe(true)
        }
        expect(state.pastAttempts).toBe(state.attempt?.number ?? 0)
        for (const deal of state.deals) expect(deal.attempt >= 1 && deal.attempt <= state.pastAttempts).toBe(true)
      }
    })
  })
})

const settled = ({ clocks: _clocks, ...rest }: AttemptState) => rest

describe('an attempt that is over', () => {
  it('never changes, unless its deal is signed after all or taken up again; the next has the next number (invariant 8)', () => {
    all((life) => {
      for (const { before, state } of stepsOf(() => life.agreement, factsOf(life))) {
        const [was, is] = [before.attempt, state.attempt]
        if (was === null || is === null) continue
        expect(is.number === was.number || is.number === was.number + 1).toBe(true)
        if (was.outcome === 'open' || is.number !== was.number || is.outcome === 'won') continue
        if (was.outcome === 'lost' && is.outcome === 'open') continue
        expect(settled(is)).toEqual(settled(was))
      }
      const { ended, state } = fold(() => life.agreement, factsOf(life))
      expect(ended.map((each) => each.number)).toEqual(
        Array.from({ length: Math.max(0, state.pastAttempts - 1) }, (_, index) => index + 1),
      )
      for (const each of ended)
        expect([each.outcome === 'open', each.closedAt === null, each.clocks.length]).toEqual([false, false, 0])
    })
  })
})

describe('history', () => {
  it('alone starts no clock, asks for nobody and is refused nothing', () => {
    all(({ agreement, facts, late }) => {
      const told = [...facts, ...late]
        .filter((fact) => FACT_KINDS[fact.kind].side !== 'time')
        .map((fact) => ({ ...fact, isHistory: true }))
      const { state, decisions } = fold(() => agreement, told)
      expect(state.attempt?.clocks ?? []).toEqual([])
      const whats = new Set(decisions.map((each) => each.what))
      for (const what of ['clock.started', 'routing.asked'] as const) expect(whats.has(what)).toBe(false)
      // What is told of a deal nobody told of, or that ended, says nothing.
      const ofNone = /the deal is closed already|there is no/
      expect(decisions.filter((each) => each.what === 'ignored' && !ofNone.test(each.data.why))).toEqual([])
    })
  })
})

it('the stages come in order', () => {
  all((life) => {
    for (const { state } of stepsOf(() => life.agreement, factsOf(life))) {
      const at = STAGES.map((stage) => state.attempt?.marks[stage]?.at).filter((mark) => mark !== undefined)
      if (state.attempt?.isHeld === false) expect(at.length).toBeGreaterThanOrEqual(STAGES.indexOf(state.attempt.stage))
    }
  })
})
