import { describe, expect, test } from 'vitest'
import { chanceOf } from '../backtest/chance.ts'
import { chiSquareSurvival } from '../stats/chi-square-survival.ts'
import { holm } from '../stats/holm.ts'
import { canTell } from './can-tell.ts'
import { addTouch, endJourney, finishJourneys, startJourneys } from './journey-builder.ts'
import type { Journeys } from './journeys.ts'
import { kendallTau } from './kendall-tau.ts'

const channels = ['search', 'social', 'mail', 'video', 'display']

type World = {
  seed: number
  people: number
  decide: (path: readonly string[], chance: () => number) => boolean
  isTouchByTouch: boolean
}

/** People meet channels of unlike frequency; outcomes are dealt touch by touch (which ends the journey) or to whole journeys. */
function live({ seed, people, decide, isTouchByTouch }: World): Journeys {
  const chance = chanceOf(seed)
  const builder = startJourneys()
  for (let person = 0; person < people; person += 1) {
    const length = 1 + Math.floor(8 * chance.next() ** 2)
    const path: string[] = []
    let hasConverted = false
    while (path.length < length && !hasConverted) {
      path.push(channels[Math.floor(5 * chance.next() ** 2)] ?? '')
      hasConverted = isTouchByTouch && decide(path, () => chance.next())
    }
    if (!isTouchByTouch) hasConverted = decide(path, () => chance.next())
    for (const label of path) addTouch(builder, label)
    endJourney(builder, { conversions: hasConverted ? 1 : 0, nulls: hasConverted ? 0 : 1, cents: 0 })
  }
  return finishJourneys(builder)
}

describe('the verdict', () => {
  test.each([true, false])(
    'finds nothing where outcomes are dealt at random (touch by touch: %s)',
    (isTouchByTouch) => {
      const wrong = Array.from({ length: 24 }, (_, seed) =>
        canTell(live({ seed: seed + 100, people: 800, isTouchByTouch, decide: (_path, chance) => chance() < 0.06 })),
      ).filter(({ kind }) => kind !== 'cannot-tell')
      expect(wrong.length).toBeLessThanOrEqual(1)
    },
  )

  test('finds a channel that triples the chance, and names it, in nearly every world', () => {
    const found = Array.from({ length: 10 }, (_, seed) =>
      canTell(
        live({
          seed: seed + 500,
          people: 2500,
          isTouchByTouch: true,
          decide: (path, chance) => chance() < (path.at(-1) === 'mail' ? 0.12 : 0.04),
        }),
      ),
    )
    expect(found.filter(({ kind, more }) => kind === 'differ' && more.includes('mail')).length).toBeGreaterThanOrEqual(
      9,
    )
    expect(found.flatMap(({ less }) => less)).not.toContain('mail')
  })

  test('finds a channel that works early in journeys', () => {
    const found = canTell(
      live({
        seed: 9,
        people: 6000,
        isTouchByTouch: false,
        decide: (path, chance) => chance() < (path.includes('video') ? 0.25 : 0.08),
      }),
    )
    expect(found).toMatchObject({ kind: 'differ', more: ['video'] })
  })

  test('is the same for many as for few who are the same, by count or by row', () => {
    const builder = startJourneys()
    for (const [label, conversions, nulls] of [
      ['a', 900, 9000],
      ['b', 1900, 9000],
      ['c', 4000, 90_000],
    ] as const) {
      addTouch(builder, label)
      endJourney(builder, { conversions, nulls, cents: 0 })
    }
    const found = canTell(finishJourneys(builder))
    expect(found.tests.map(({ method }) => method)).toEqual(['chi-square', 'chi-square', 'chi-square', 'chi-square'])
    expect(found).toMatchObject({ kind: 'differ', more: ['a', 'b'], less: ['c'] })
  })

  test('says when nothing can be tested, and why', () => {
    const of = (conversions: number, nulls: number) => {
      const builder = startJourneys()
      addTouch(builder, 'a')
      endJourney(builder, { conversions, nulls, cents: 0 })
      return canTell(finishJourneys(builder)).why
    }
    expect([of(0, 5), of(5, 0), of(5, 5)]).toEqual(['no-conversions', 'no-journeys-without', 'one-label'])
  })
})

test.each([
  [3.841459, 1, 0.05],
  [9.487729, 4, 0.05],
  [18.307038, 10, 0.05],
  [0.5, 3, 0.9189],
  [124.342113, 100, 0.05],
])('a chi-square of %f with %i degrees is met with %f', (x, degrees, p) => {
  expect(chiSquareSurvival(x, degrees)).toBeCloseTo(p, 4)
})

test('Kendall’s tau and Holm’s correction', () => {
  expect(kendallTau([1, 2, 3, 4, 5], [3, 4, 1, 2, 5])).toBeCloseTo(0.2, 12)
  expect(kendallTau([1, 2, 2, 3], [1, 2, 3, 3])).toBeCloseTo(4 / 5, 12)
  expect(kendallTau([1, 1], [1, 2])).toBeNull()
  expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06])
})
