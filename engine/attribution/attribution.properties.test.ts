import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attribute, attributeAll } from './attribute.ts'
import { bootstrapCredits } from './bootstrap-credits.ts'
import { chainOfTuples } from './chain-of-tuples.ts'
import { creditByRemoval } from './credit-by-removal.ts'
import { creditDeal } from './credit-deal.ts'
import { addTouch, endJourney, finishJourneys, startJourneys } from './journey-builder.ts'
import { journeyTotals } from './journey-totals.ts'
import type { Journeys } from './journeys.ts'
import { attributionModels, journeyModels } from './models.ts'
import { removalByInverse } from './removal-by-inverse.ts'
import { removalBySweeps } from './removal-by-sweeps.ts'
import { shapleyOf } from './shapley-of.ts'

type Made = {
  path: string[]
  conversions: number
  nulls: number
  cents: number
  lead: number
  opportunity: number
  gaps: number[]
}

const names = ['a', 'b', 'c', 'd', 'direct', 'e', 'f', 'g']
const journey: fc.Arbitrary<Made> = fc.record({
  path: fc.array(fc.constantFrom(...names), { minLength: 0, maxLength: 9 }),
  conversions: fc.constantFrom(0, 1, 1, 2, 3.5, 1000),
  nulls: fc.constantFrom(0, 1, 5, 0.25),
  cents: fc.integer({ min: 0, max: 1_000_003 }),
  lead: fc.integer({ min: -1, max: 8 }),
  opportunity: fc.integer({ min: -1, max: 8 }),
  gaps: fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 9, maxLength: 9 }),
})
const set = fc.array(journey, { minLength: 1, maxLength: 30 })

function build(made: readonly Made[]): Journeys {
  const builder = startJourneys()
  for (const { path, conversions, nulls, cents, lead, opportunity, gaps } of made) {
    let atMs = 1.7e12
    for (const [i, label] of path.entries()) {
      atMs += gaps[i] ?? 0
      addTouch(builder, label, atMs)
    }
    const value = conversions === 0 ? 0 : cents
    endJourney(builder, {
      conversions,
      nulls,
      cents: value,
      endedAtMs: atMs,
      leadTouch: lead,
      opportunityTouch: opportunity,
    })
  }
  return finishJourneys(builder)
}

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((total, value) => total + value, 0)

describe('every model on 100 random sets', () => {
  test('credits whole cents that sum to the deals, and all conversions', () => {
    fc.assert(
      fc.property(set, fc.constantFrom('in-total' as const, 'by-deal' as const), (made, rule) => {
        const journeys = build(made)
        const { attributed, unattributed } = journeyTotals(journeys)
        for (const model of attributionModels) {
          const credits = attribute(journeys, model, {}, rule)
          expect(credits.cents.every(Number.isInteger), model).toBe(true)
          expect(sum(credits.cents), model).toBe(attributed.conversions > 0 ? attributed.cents : 0)
          expect(sum(credits.conversions), model).toBeCloseTo(attributed.conversions, 9)
          expect(credits.conversions.every((value) => value >= 0)).toBe(true)
          expect(credits.unattributed).toEqual(unattributed)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('gives the same to the last bit in any order of the journeys', () => {
    fc.assert(
      fc.property(set, fc.infiniteStream(fc.nat()), (made, stream) => {
        const shuffled = made.map((one) => ({ one, key: stream.next().value })).sort((a, b) => a.key - b.key)
        const journeys = build(made)
        const others = build(shuffled.map(({ one }) => one))
        const labelled = (credits: { conversions: Float64Array; cents: Float64Array }) => [
          [...credits.conversions],
          [...credits.cents],
        ]
        // Fractions of people may sum differently within a chain; whole ones may not.
        const models = made.every(({ conversions, nulls }) => Number.isInteger(conversions + nulls))
          ? attributionModels
          : journeyModels
        const all = attributeAll(journeys, models).map(labelled)
        expect(attributeAll(others, models).map(labelled)).toEqual(all)
        expect(models.map((model) => labelled(attribute(journeys, model)))).toEqual(all)
      }),
      { numRuns: 100 },
    )
  })

  test('weighs a journey by weights that sum to 1, and divides it in whole cents', () => {
    fc.assert(
      fc.property(journey, fc.constantFrom(...journeyModels), (made, model) => {
        const journeys = build([made])
        const { weights, cents } = creditDeal(journeys, 0, model)
        if (made.path.length === 0) return
        expect(sum(weights)).toBeCloseTo(1, 12)
        expect(weights.every((weight) => weight >= 0)).toBe(true)
        expect(sum(cents)).toBe(journeys.cents[0])
      }),
    )
  })

  test('is moved by nothing that no channel had', () => {
    fc.assert(
      fc.property(set, (made) => {
        const builder = [
          ...made,
          { path: ['zz'], conversions: 0, nulls: 0, cents: 0, lead: -1, opportunity: -1, gaps: [] },
        ]
        for (const model of attributionModels) {
          const before = attribute(build(made), model)
          const after = attribute(build(builder), model)
          expect([...after.conversions]).toEqual([...before.conversions, 0])
        }
      }),
      { numRuns: 30 },
    )
  })
})

test('a refund is divided as a deal is', () => {
  const builder = startJourneys()
  for (const label of ['a', 'b', 'c']) addTouch(builder, label)
  endJourney(builder, { conversions: 1, nulls: 0, cents: -100 })
  expect([...attribute(finishJourneys(builder), 'linear').cents]).toEqual([-33, -33, -34])
})

test('Shapley is what brute force over all coalitions gives', () => {
  fc.assert(
    fc.property(set, (made) => {
      const journeys = build(made)
      const { labels } = journeys
      const sets = made.map(({ path, conversions }) => ({
        conversions,
        players: path.reduce((bits, label) => bits | (1 << labels.indexOf(label)), 0),
      }))
      const worth = (coalition: number): number =>
        sum(
          sets
            .filter(({ players }) => players !== 0 && (players & ~coalition) === 0)
            .map(({ conversions }) => conversions),
        )
      const values = shapleyOf(labels.length, worth)
      const { conversions } = attribute(journeys, 'shapley')
      for (const [i, value] of values.entries()) expect(conversions[i]).toBeCloseTo(value, 8)
    }),
    { numRuns: 60 },
  )
})

/** Removal effects from tables of the text, by Gauss-Jordan on each reduced system: nothing shared with what is tested. */
function denseEffects(made: readonly Made[], order: number): Map<string, number> {
  const flows = new Map<string, Map<string, number>>()
  const add = (from: string, to: string, weight: number): void => {
    const row = flows.get(from) ?? new Map<string, number>()
    row.set(to, (row.get(to) ?? 0) + weight)
    flows.set(from, row)
  }
  for (const { path, conversions, nulls } of made) {
    if (conversions + nulls === 0 || path.length === 0) continue
    let recent: string[] = []
    for (const label of path) {
      const next = [...recent, label].slice(-order)
      add(recent.join('>'), next.join('>'), conversions + nulls)
      recent = next
    }
    add(recent.join('>'), '!', conversions)
    add(recent.join('>'), '?', nulls)
  }
  const converts = (removed: string | null): number => {
    const states = [...flows.keys()].filter((state) => removed === null || state.split('>').at(-1) !== removed)
    const n = states.length
    const rows = states.map((state, i) => {
      const row = flows.get(state) ?? new Map<string, number>()
      const total = sum([...row.values()])
      const line = new Array<number>(n + 1).fill(0)
      line[i] = 1
      for (const [to, weight] of row) {
        const k = states.indexOf(to)
        if (to === '!') line[n] = weight / total
        else if (k >= 0) line[k] = (line[k] ?? 0) - weight / total
      }
      return line
    })
    for (let column = 0; column < n; column += 1) {
      const pivot = rows
        .slice(column)
        .reduce(
          (best, row, i) => (Math.abs(row[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0) ? column + i : best),
          column,
        )
      const kept = rows[column] ?? []
      rows[column] = rows[pivot] ?? []
      rows[pivot] = kept
      const scale = rows[column]?.[column] ?? 1
      rows[column] = (rows[column] ?? []).map((value) => value / scale)
      for (const [i, row] of rows.entries()) {
        const factor = row[column] ?? 0
        if (i !== column && factor !== 0) rows[i] = row.map((value, k) => value - factor * (rows[column]?.[k] ?? 0))
      }
    }
    return rows[states.indexOf('')]?.[n] ?? 0
  }
  const base = converts(null)
  const labels = new Set(made.flatMap(({ path }) => path))
  return new Map([...labels].map((label) => [label, base === 0 ? 0 : 1 - converts(label) / base]))
}

test('removal effects of order 1 to 3 are those of a dense solve of each reduced chain, whichever way they are solved', () => {
  fc.assert(
    fc.property(set, fc.constantFrom(1, 2, 3), (made, order) => {
      const journeys = build(made)
      const expected = denseEffects(made, order)
      const found = creditByRemoval(journeys, order)
      const swept = removalBySweeps(chainOfTuples(journeys, order), journeys.labels.length)
      const inverted = removalByInverse(chainOfTuples(journeys, order), journeys.labels.length)
      for (const [i, label] of journeys.labels.entries()) {
        for (const { effects } of [found, swept, inverted]) expect(effects[i]).toBeCloseTo(expected.get(label) ?? 0, 9)
      }
    }),
    { numRuns: 100 },
  )
})

test('intervals are the same for the same deals in any order, hold the credits, and narrow with more of them', () => {
  const make = (copies: number, isReversed: boolean) => {
    const made = Array.from({ length: 300 }, (_, i) => ({
      path: [names[i % 3] ?? '', names[(i * 7) % 5] ?? ''],
      conversions: (i % 4 === 0 ? 1 : 0) * copies,
      nulls: copies,
      cents: 100 * copies,
      lead: -1,
      opportunity: -1,
      gaps: [1, 2],
    }))
    return build(isReversed ? made.reverse() : made)
  }
  const of = (journeys: Journeys) => bootstrapCredits(journeys, ['linear', 'markov'], {}, { resamples: 200 })
  const one = of(make(1, false))
  expect(of(make(1, true))).toEqual(one)
  const linear = attribute(make(1, false), 'linear').conversions
  const width = (found: ReturnType<typeof of>, i: number): number => {
    const { low, high } = found.models[0]?.labels[i]?.conversions ?? { low: 0, high: 0 }
    return high - low
  }
  for (const [i, value] of linear.entries()) {
    const { low, high } = one.models[0]?.labels[i]?.conversions ?? { low: 0, high: 0 }
    expect(low).toBeLessThanOrEqual(value)
    expect(high).toBeGreaterThanOrEqual(value)
    // 100 times the deals: a tenth of the relative width.
    expect(width(of(make(100, false)), i) / 100 / width(one, i)).toBeLessThan(0.2)
  }
})
