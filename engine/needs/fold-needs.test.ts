import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fact } from '../facts/fact.ts'
import { foldNeeds } from './fold-needs.ts'
import { id, judged, retracted, stated } from './need-for-test.ts'

const NEED = id(1)
const hypothesis = stated(1, 10, { isKnown: false, evidence: [{ kind: 'pages', text: '/pricing', n: 3, of: 9 }] })

describe('foldNeeds', () => {
  test.each<[string, Fact[], object]>([
    [
      'what the prospect said is known and open',
      [stated(1, 10, { quote: 'Faster!' })],
      { id: NEED, isKnown: true, status: 'open', quotes: [{ quote: 'Faster!' }] },
    ],
    [
      'a hypothesis is open and not known, with its evidence',
      [hypothesis],
      { isKnown: false, status: 'open', judgedAt: null, evidence: [{ n: 3, of: 9 }] },
    ],
    [
      'confirmed with their words it is known',
      [hypothesis, judged(2, 20, NEED, 'confirmed', { quote: 'Yes.' })],
      { isKnown: true, status: 'confirmed', judgedAt: 20 },
    ],
    [
      'confirmed without words it stays a hypothesis that held',
      [hypothesis, judged(2, 20, NEED, 'confirmed')],
      { isKnown: false, status: 'confirmed' },
    ],
    [
      'the last verdict counts',
      [hypothesis, judged(2, 20, NEED, 'confirmed'), judged(3, 30, NEED, 'refuted')],
      { status: 'refuted', judgedAt: 30 },
    ],
    [
      'more evidence changes no verdict',
      [hypothesis, judged(2, 20, NEED, 'confirmed'), judged(3, 30, NEED, 'supported', { quote: 'Again.' })],
      { status: 'confirmed', judgedAt: 20, quotes: [{ quote: 'Again.' }] },
    ],
    [
      'met by something, it says by what',
      [stated(1, 10), judged(2, 20, NEED, 'resolved', { by: { kind: 'product', name: 'Relais' } })],
      { status: 'resolved', offered: { kind: 'product', name: 'Relais' } },
    ],
    [
      'open again, it is met by nothing',
      [
        stated(1, 10),
        judged(2, 20, NEED, 'resolved', { by: { kind: 'product', name: 'Relais' } }),
        judged(3, 30, NEED, 'reopened'),
      ],
      { status: 'open', offered: null },
    ],
    [
      'a verdict that was told before its need counts',
      [judged(2, 5, NEED, 'refuted'), hypothesis],
      { status: 'refuted' },
    ],
    [
      'a verdict taken back is as if it had not been',
      [hypothesis, judged(2, 20, NEED, 'refuted'), retracted(3, 30, id(2))],
      { status: 'open', judgedAt: null },
    ],
    [
      'an id of its own is what verdicts name',
      [stated(1, 10, { id: id(9) }), judged(2, 20, id(9), 'confirmed')],
      { id: id(9), status: 'confirmed' },
    ],
    [
      'worded again under the same id, it keeps its history',
      [
        stated(1, 10, { id: id(9) }),
        judged(2, 20, id(9), 'confirmed'),
        stated(3, 30, { id: id(9), need: 'more speed', isKnown: false }),
      ],
      { need: 'more speed', status: 'confirmed', isKnown: true, statedAt: 10 },
    ],
  ])('%s', (_, facts, wanted) => {
    expect(foldNeeds(facts)).toMatchObject([wanted])
  })

  test.each<[string, Fact[]]>([
    ['no facts, no needs', []],
    [
      'a need taken back is gone, and its verdicts with it',
      [hypothesis, judged(2, 20, NEED, 'confirmed'), retracted(3, 30, NEED)],
    ],
    ['a verdict on nothing says nothing', [judged(2, 20, id(77), 'confirmed')]],
  ])('%s', (_, facts) => {
    expect(foldNeeds(facts)).toEqual([])
  })
})

const VERDICTS = ['supported', 'confirmed', 'refuted', 'reopened', 'resolved'] as const
const anyFacts = fc
  .array(
    fc.record({
      what: fc.constantFrom('stated', 'judged', 'retracted'),
      at: fc.integer({ min: 0, max: 6 }),
      target: fc.integer({ min: 1, max: 12 }),
      verdict: fc.constantFrom(...VERDICTS),
      isKnown: fc.boolean(),
    }),
    { maxLength: 14 },
  )
  .map((plans) =>
    plans.map((plan, index): Fact => {
      const n = index + 1
      if (plan.what === 'stated')
        return stated(n, plan.at, {
          need: `need ${n}`,
          isKnown: plan.isKnown,
          ...(plan.target > 8 ? { id: id(plan.target) } : {}),
        })
      if (plan.what === 'judged') return judged(n, plan.at, id(plan.target), plan.verdict)
      return retracted(n, plan.at, id(plan.target))
    }),
  )

describe('needs, whatever comes', () => {
  test('the order of arrival and deliveries twice change nothing', () => {
    fc.assert(
      fc.property(
        anyFacts.chain((facts) =>
          fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 })),
        ),
        ([facts, shuffled]) => {
          expect(foldNeeds(shuffled)).toEqual(foldNeeds(facts))
        },
      ),
    )
  })

  test('taking a verdict back is as if it had never been told', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 12 }), fc.constantFrom(...VERDICTS), (facts, target, verdict) => {
        const late = judged(50, 3, id(target), verdict)
        expect(foldNeeds([...facts, late, retracted(51, 60, late.id)])).toEqual(foldNeeds(facts))
      }),
    )
  })

  test('every need has a statement in its history, and its status is that of its last verdict', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const need of foldNeeds(facts)) {
          expect(need.events.some((event) => event.verdict === 'stated')).toBe(true)
          const last = need.events.filter((event) => event.verdict !== 'stated' && event.verdict !== 'supported').at(-1)
          const wanted = last === undefined || last.verdict === 'reopened' ? 'open' : last.verdict
          expect(need.status).toBe(wanted)
          expect(need.judgedAt).toBe(last?.at ?? null)
        }
      }),
    )
  })
})
