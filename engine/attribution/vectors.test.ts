import { describe, expect, test } from 'vitest'
import { attribute } from './attribute.ts'
import { creditByRemoval } from './credit-by-removal.ts'
import { creditDeal } from './credit-deal.ts'
import { addTouch, endJourney, finishJourneys, startJourneys } from './journey-builder.ts'
import type { Journeys } from './journeys.ts'
import type { AttributionModel } from './models.ts'
import { shapleyOf } from './shapley-of.ts'
import { type PathTransform, transformPaths } from './transform-paths.ts'
import { withinLookback } from './within-lookback.ts'

type Path = { path: string; conversions?: number; nulls?: number; value?: number }

function journeysOf(paths: readonly Path[]): Journeys {
  const builder = startJourneys()
  for (const { path, conversions = 1, nulls = 0, value = 0 } of paths) {
    for (const label of path.split('>')) addTouch(builder, label)
    endJourney(builder, { conversions, nulls, cents: value * 100 })
  }
  return finishJourneys(builder)
}

function credited(journeys: Journeys, model: AttributionModel): Record<string, number> {
  const { conversions } = attribute(journeys, model)
  return Object.fromEntries(journeys.labels.map((label, i) => [label, conversions[i] ?? 0]))
}

function expectClose(found: Record<string, number>, expected: Record<string, number>, digits = 6): void {
  expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort())
  for (const [label, value] of Object.entries(expected)) expect(found[label], label).toBeCloseTo(value, digits)
}

const dayMs = 86_400_000
/** $12,000 over touches on days 0, 5, 12, 30 and 38, which is the conversion. */
function longJourney(): Journeys {
  const builder = startJourneys()
  for (const [label, day] of [
    ['T1', 0],
    ['T2', 5],
    ['T3', 12],
    ['T4', 30],
    ['direct', 38],
  ] as const)
    addTouch(builder, label, day * dayMs)
  endJourney(builder, { conversions: 1, nulls: 0, cents: 1_200_000, endedAtMs: 38 * dayMs })
  return finishJourneys(builder)
}

describe('a deal of $12,000 over 38 days', () => {
  test.each([
    ['first', {}, [12000, 0, 0, 0, 0]],
    ['last', {}, [0, 0, 0, 0, 12000]],
    ['last-non-direct', {}, [0, 0, 0, 12000, 0]],
    ['linear', {}, [2400, 2400, 2400, 2400, 2400]],
    ['u', {}, [4800, 800, 800, 800, 4800]],
    ['time-decay', {}, [175.2, 287.44, 574.88, 3417.04, 7545.45]],
    ['time-decay', { halfLifeMs: 14 * dayMs }, [796.21, 1019.86, 1442.29, 3516.35, 5225.28]],
    ['time-decay', { halfLifeMs: 30 * dayMs }, [1529.05, 1716.3, 2017.59, 3058.1, 3678.97]],
    ['time-decay', { isStepped: true }, [218.18, 436.36, 872.73, 3490.91, 6981.82]],
  ] as const)('by %s %j', (model, options, expected) => {
    const cents = [...creditDeal(longJourney(), 0, model, options).cents]
    expect(cents.reduce((sum, value) => sum + value, 0)).toBe(1_200_000)
    for (const [i, value] of expected.entries()) expect(Math.abs((cents[i] ?? 0) - value * 100)).toBeLessThan(1.01)
  })
})

describe('the table of Snowplow', () => {
  const table = journeysOf([
    { path: 'Display_Other>Organic_Search', value: 66.5 },
    { path: 'Direct>Organic>Direct', value: 140 },
    { path: 'Single', value: 50 },
  ])
  test.each([
    ['first', [66.5, 0], [140, 0, 0]],
    ['last', [0, 66.5], [0, 0, 140]],
    ['linear', [33.25, 33.25], [46.67, 46.67, 46.66]],
    ['u', [33.25, 33.25], [56, 28, 56]],
  ] as const)('by %s', (model, two, three) => {
    const dollars = (j: number) => [...creditDeal(table, j, model).cents].map((cents) => cents / 100)
    expect(dollars(0)).toEqual(two)
    expect(dollars(1)).toEqual(three)
    expect(dollars(2)).toEqual([50])
  })
})

const mta = [
  { path: 'direct', conversions: 2, nulls: 1 },
  { path: 'search>email', conversions: 3, nulls: 2 },
  { path: 'search>social>email', conversions: 5, nulls: 4 },
]

describe('the paths of mta', () => {
  test.each([
    ['first', { direct: 2, search: 8, email: 0, social: 0 }],
    ['last', { direct: 2, email: 8, search: 0, social: 0 }],
    ['linear', { direct: 2, search: 19 / 6, email: 19 / 6, social: 5 / 3 }],
    ['u', { direct: 2, search: 3.5, email: 3.5, social: 1 }],
    ['shapley', { direct: 2, search: 19 / 6, email: 19 / 6, social: 5 / 3 }],
    ['markov', { direct: 0.864198, email: 3.45679, search: 3.45679, social: 2.222222 }],
  ] as const)('by %s', (model, expected) => expectClose(credited(journeysOf(mta), model), expected))

  test('repeated channels share as often as they were met, under Shapley once', () => {
    expectClose(credited(journeysOf([{ path: 'a>a>b', conversions: 6 }]), 'linear'), { a: 4, b: 2 })
    expectClose(credited(journeysOf([{ path: 'a>b>c>d', conversions: 10 }]), 'linear'), {
      a: 2.5,
      b: 2.5,
      c: 2.5,
      d: 2.5,
    })
    const pair = journeysOf([
      { path: 'a', conversions: 4 },
      { path: 'a>b', conversions: 6 },
    ])
    expectClose(credited(pair, 'shapley'), { a: 7, b: 3 })
  })
})

describe('removal effects', () => {
  const cases: [string, Path[], number, Record<string, number>, Record<string, number>][] = [
    [
      'analyzecore.com',
      [
        { path: 'c1>c2>c3', nulls: 0 },
        { path: 'c1', conversions: 0, nulls: 1 },
        { path: 'c2>c3', conversions: 0, nulls: 1 },
      ],
      1 / 3,
      { c1: 0.5, c2: 1, c3: 1 },
      { c1: 0.2, c2: 0.4, c3: 0.4 },
    ],
    [
      'serhiipuzyrov.com',
      [{ path: 'google', conversions: 2, nulls: 1 }, { path: 'mailing' }, { path: 'google>mailing' }],
      0.8,
      { google: 0.75, mailing: 0.5 },
      { google: 2.4, mailing: 1.6 },
    ],
    [
      'the test of DP6',
      ['A', 'A>B', 'A>B>C', 'B', 'B>A', 'B>C>A', 'C', 'C>A', 'C>B>A'].map((path) => ({ path })),
      1,
      { A: 0.666667, B: 0.533333, C: 0.491228 },
      { A: 3.547718, B: 2.838174, C: 2.614108 },
    ],
    [
      'the README of DP6',
      [
        { path: 'a>a>b', conversions: 2, nulls: 1 },
        { path: 'b>a', conversions: 1, nulls: 3 },
        { path: 'c>b', conversions: 0, nulls: 6 },
      ],
      0.230769,
      { a: 0.487179, b: 0.857143, c: 0.455696 },
      { a: 0.811957, b: 1.428557, c: 0.759486 },
    ],
    [
      'the paths of mta',
      mta,
      0.588235,
      { direct: 0.2, email: 0.8, search: 0.8, social: 0.514286 },
      { direct: 0.864198, email: 3.45679, search: 3.45679, social: 2.222222 },
    ],
    [
      'two ways on from a',
      [
        { path: 'a>b', conversions: 3, nulls: 1 },
        { path: 'a>c', conversions: 1, nulls: 1 },
      ],
      2 / 3,
      { a: 1, b: 0.75, c: 0.25 },
      { a: 2, b: 1.5, c: 0.5 },
    ],
  ]
  test.each(cases)('of %s', (_, paths, base, effects, credits) => {
    const journeys = journeysOf(paths)
    const found = creditByRemoval(journeys)
    expect(found.base).toBeCloseTo(base, 6)
    expectClose(Object.fromEntries(journeys.labels.map((label, i) => [label, found.effects[i] ?? 0])), effects)
    expectClose(credited(journeys, 'markov'), credits)
  })

  test('channels with the names that others use for start and end are channels', () => {
    const named = journeysOf(
      mta.map((one) => ({ ...one, path: one.path.replace('direct', '(null)').replace('email', 'C') })),
    )
    expectClose(credited(named, 'markov'), { '(null)': 0.864198, C: 3.45679, search: 3.45679, social: 2.222222 })
  })

  test('a channel that nobody who counts has met, and journeys without conversion, are credited with nothing', () => {
    const unseen = journeysOf([{ path: 'a' }, { path: 'b', conversions: 0, nulls: 0 }])
    expect(credited(unseen, 'markov')).toEqual({ a: 1, b: 0 })
    expect(creditByRemoval(journeysOf([{ path: 'a', conversions: 0, nulls: 3 }]))).toMatchObject({ base: 0 })
    expect(credited(journeysOf([{ path: 'a', conversions: 0, nulls: 3 }]), 'markov')).toEqual({ a: 0 })
  })
})

describe('Shapley values of a game', () => {
  const game = (worths: Record<string, number>, players: string) =>
    shapleyOf(players.length, (coalition) => worths[[...players].filter((_, i) => (coalition >> i) & 1).join('')] ?? 0)

  test('of DP6', () => {
    const [o, f, d] = game({ O: 7, F: 6, D: 4, OF: 15, OD: 7, FD: 9, OFD: 19 }, 'OFD')
    expect([o, f, d].map((value) => value?.toFixed(9))).toEqual(
      [23 / 3, 49 / 6, 19 / 6].map((value) => value.toFixed(9)),
    )
  })

  test('of ratios summed over subsets', () => {
    const paths = { F: 0.18, G: 0.04, L: 0.08, 'F>G': 0.1, 'F>L': 0.26, 'G>L': 0.07, 'F>G>L': 0.27 }
    const [f, g, l] = game({ F: 0.18, G: 0.04, L: 0.08, FG: 0.32, FL: 0.52, GL: 0.19, FGL: 1 }, 'FGL')
    expect([f, g, l].map((value) => value?.toFixed(9))).toEqual(['0.450000000', '0.215000000', '0.335000000'])
    const journeys = journeysOf(Object.entries(paths).map(([path, conversions]) => ({ path, conversions })))
    expectClose(credited(journeys, 'shapley'), { F: 0.45, G: 0.215, L: 0.335 }, 9)
  })

  test('are solved for at most 15 players', () => expect(() => shapleyOf(16, () => 0)).toThrow(RangeError))
})

describe('W and full path', () => {
  /** Six touches; the second made the lead, the fourth came before the opportunity. */
  const six = (leadTouch: number, opportunityTouch: number, n = 6): Journeys => {
    const builder = startJourneys()
    for (let i = 0; i < n; i += 1) addTouch(builder, `t${i}`)
    endJourney(builder, { conversions: 1, nulls: 0, cents: 0, leadTouch, opportunityTouch })
    return finishJourneys(builder)
  }
  test.each([
    ['w', 1, 3, 6, [0.3, 0.3, 0.1 / 3, 0.3, 0.1 / 3, 0.1 / 3]],
    ['full', 1, 3, 6, [0.225, 0.225, 0.05, 0.225, 0.05, 0.225]],
    ['w', 0, 3, 6, [0.6, 0.025, 0.025, 0.3, 0.025, 0.025]],
    ['w', 1, 2, 3, [1 / 3, 1 / 3, 1 / 3]],
    ['w', -1, 3, 6, [3 / 7, 0.25 / 7, 0.25 / 7, 3 / 7, 0.25 / 7, 0.25 / 7]],
    ['w', -1, -1, 2, [0.75, 0.25]],
    ['full', -1, -1, 3, [0.225 / 0.55, 0.1 / 0.55, 0.225 / 0.55]],
    ['w', 0, 0, 1, [1]],
    ['full', 0, 0, 1, [1]],
    ['u-lead', 2, -1, 4, [0.4, 0.1, 0.4, 0.1]],
  ] as const)('%s with the lead at %i and the opportunity at %i of %i', (model, lead, opportunity, n, expected) => {
    const { weights } = creditDeal(six(lead, opportunity, n), 0, model)
    for (const [i, weight] of expected.entries()) expect(weights[i]).toBeCloseTo(weight, 12)
  })
})

describe('path transforms', () => {
  const through = (path: string, transform: PathTransform): string => {
    const { labels, touches } = transformPaths(journeysOf([{ path }]), transform)
    return [...touches].map((label) => labels[label]).join('>')
  }
  test.each([
    ['D>A>B>B>C>D>C>C', 'unique', 'D>A>B>B>C>D>C>C'],
    ['D>A>B>B>C>D>C>C', 'exposure', 'D>A>B>C>D>C'],
    ['D>A>B>B>C>D>C>C', 'first', 'D>A>B>C'],
    ['D>A>B>B>C>D>C>C', 'frequency', 'D(2)>A(1)>B(2)>C(3)'],
    ['a>a>a>Direct>a>Direct>Direct', 'exposure', 'a>Direct>a>Direct'],
    ['a>a>a>Direct>a>Direct>Direct', 'first', 'a>Direct'],
    ['a>a>a>Direct>a>Direct>Direct', 'remove_if_not_all', 'a>a>a>a'],
    ['a>a>a>Direct>a>Direct>Direct', 'remove_if_last_and_not_all', 'a>a>a>Direct>a'],
    ['Direct>Direct', 'remove_if_not_all', 'Direct>Direct'],
    ['Direct>Direct', 'remove_if_last_and_not_all', 'Direct>Direct'],
    ['Example>Video>Direct>Direct', 'remove_if_last_and_not_all', 'Example>Video'],
  ] as const)('%s by %s', (path, kind, expected) => expect(through(path, { kind })).toBe(expected))

  test('take milestones along to the touch that took theirs in', () => {
    const builder = startJourneys()
    for (const label of ['a', 'a', 'direct', 'b', 'b']) addTouch(builder, label)
    endJourney(builder, { conversions: 1, nulls: 0, cents: 0, leadTouch: 1, opportunityTouch: 2 })
    const before = finishJourneys(builder)
    expect(transformPaths(before, { kind: 'exposure' })).toMatchObject({
      leadTouch: Int32Array.of(0),
      opportunityTouch: Int32Array.of(1),
    })
    expect(transformPaths(before, { kind: 'remove_if_not_all' })).toMatchObject({ opportunityTouch: Int32Array.of(1) })
  })
})

test('the lookback keeps its boundary, and forgets milestones beyond it', () => {
  const looked = withinLookback(longJourney(), 26 * dayMs)
  expect([...(looked?.touches ?? [])].map((label) => looked?.labels[label])).toEqual(['T3', 'T4', 'direct'])
  expect(withinLookback(longJourney(), 26 * dayMs - 1)?.touches).toHaveLength(2)
  expect(withinLookback(journeysOf([{ path: 'a' }]), dayMs)).toBeNull()
})
