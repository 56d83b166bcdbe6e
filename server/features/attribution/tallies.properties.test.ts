import { attributeAll } from '@ensemble/engine/attribution/attribute.ts'
import { journeyTotals } from '@ensemble/engine/attribution/journey-totals.ts'
import { attributionModels } from '@ensemble/engine/attribution/models.ts'
import { appendToBook, forgetParties, labelNumber } from '@ensemble/engine/attribution/touch-book.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { creditTally } from './credit-tally.ts'
import { earningTally } from './earning-tally.ts'
import { flowTally } from './flow-tally.ts'
import { journeysOf } from './journeys-of.ts'
import { type KeptTally, keptTallies } from './kept-tallies.ts'
import { listDeals } from './list-deals.ts'
import { monthTally } from './month-tally.ts'
import { takeNumber } from './outcomes.ts'
import { joinParty } from './parties.ts'
import type { JourneyQuestion } from './question.ts'
import { DIMENSIONS, LEVELS } from './touch-kinds.ts'
import { emptyPast, type TouchPast } from './touch-past.ts'

const DAY_MS = 86_400_000
const PARTIES = 7
const moment = fc.integer({ min: 0, max: 200 }).map((halfDays) => (halfDays * DAY_MS) / 2)
const touch = fc.record({
  atMs: moment,
  channel: fc.constantFrom('mail', 'search', 'direct', 'fair'),
  campaign: fc.constantFrom('', 'Spring', 'spring', 'Autumn'),
})
const deal = fc.record({ level: fc.constantFrom(0, 1, 2), atMs: moment, cents: fc.integer({ min: 0, max: 99_999 }) })
type Story = { party: number; touches: { atMs: number; channel: string; campaign: string }[]; deals: Deal[] }
type Deal = { level: number; atMs: number; cents: number }
const story: fc.Arbitrary<Story> = fc.record({
  party: fc.nat(PARTIES - 1),
  touches: fc.array(touch, { maxLength: 8 }),
  deals: fc.array(deal, { maxLength: 3 }),
})
const asked: fc.Arbitrary<JourneyQuestion> = fc.record({
  by: fc.constantFrom('channel', 'campaign'),
  level: fc.constantFrom(...LEVELS),
  lookbackMs: fc.constantFrom(null, 20 * DAY_MS),
  transform: fc.constantFrom('unique', 'exposure', 'first', 'frequency', 'remove_if_last_and_not_all'),
  fromMs: fc.constantFrom(null, 30 * DAY_MS),
  toMs: fc.constantFrom(null, 80 * DAY_MS),
  segment: fc.constant(null),
  campaigns: fc.constantFrom([], [['spring', 'Spring sale'] as const]),
})

function open(): TouchPast {
  const past = emptyPast('EUR', '')
  for (let person = 0; person < PARTIES; person += 1) joinParty(past.parties, person, -1, 0)
  return past
}

/** What somebody's story is now, in place of what it was. */
function put(past: TouchPast, { party, touches, deals }: Story): void {
  forgetParties(past.book, [party])
  const campaign = DIMENSIONS.indexOf('campaign')
  const numbers = deals.map(({ level, atMs }) => {
    const number = takeNumber(past.outcomes)
    past.outcomes.level[number] = level
    past.outcomes.person[number] = party
    past.outcomes.atMs[number] = atMs
    return number
  })
  appendToBook(
    past.book,
    {
      party: touches.map(() => party),
      atMs: touches.map(({ atMs }) => atMs),
      sequence: touches.map((_, i) => i),
      labels: DIMENSIONS.map((_, d) =>
        touches.map((one) => labelNumber(past.book, d, d === campaign ? one.campaign : d === 0 ? one.channel : '')),
      ),
    },
    {
      party: deals.map(() => party),
      level: deals.map(({ level }) => level),
      atMs: deals.map(({ atMs }) => atMs),
      cents: deals.map(({ cents }) => cents),
      leadAtMs: deals.map(({ atMs }) => atMs),
      opportunityAtMs: deals.map(() => Number.NaN),
      reference: numbers,
    },
  )
}

function told(tallies: readonly KeptTally<unknown>[]): unknown {
  return JSON.parse(JSON.stringify(tallies.map((tally) => tally.answer())))
}

function talliesOf(past: TouchPast, of: JourneyQuestion): KeptTally<unknown>[] {
  const zone = 'Europe/Paris'
  return [
    keptTallies(creditTally).of(past, of, 0),
    keptTallies(flowTally).of(past, of, 0),
    keptTallies(monthTally).of(past, { segment: null, fromMs: of.fromMs, toMs: of.toMs, zone }, 0),
  ]
}

it('sums that changed with every change of a story are those of a fresh pass, to the last bit', () => {
  fc.assert(
    fc.property(fc.array(story, { maxLength: 24 }), asked, fc.nat(24), (stories, of, begun) => {
      const past = open()
      for (const one of stories.slice(0, begun)) put(past, one)
      const kept = talliesOf(past, of)
      for (const one of stories.slice(begun)) put(past, one)
      const fresh = open()
      for (const one of new Map(stories.map((each) => [each.party, each])).values()) put(fresh, one)
      expect(told(kept)).toEqual(told(talliesOf(fresh, of)))
    }),
    { numRuns: 300 },
  )
})

it('kept credits are those of the models on all journeys, and the deals behind a number sum to it', () => {
  fc.assert(
    fc.property(fc.array(story, { maxLength: 16 }), asked, (stories, of) => {
      const past = open()
      const tally = keptTallies(creditTally).of(past, of, 0)
      for (const one of stories) put(past, one)
      const { rows, cents, conversions } = tally.answer()
      const journeys = journeysOf(past, of)
      const { attributed } = journeyTotals(journeys)
      expect({ cents, conversions }).toEqual(attributed)
      const all = attributeAll(journeys, attributionModels, {}, 'by-deal')
      for (const [m, model] of attributionModels.entries()) {
        expect(rows.reduce((sum, row) => sum + (row.credits[m]?.cents ?? 0), 0)).toBe(attributed.cents)
        for (const row of rows) {
          const label = journeys.labels.indexOf(row.label)
          expect(row.credits[m]?.cents).toBe(all[m]?.cents[label])
          expect(row.credits[m]?.conversions).toBeCloseTo(all[m]?.conversions[label] ?? Number.NaN, 9)
          if (model === 'markov') continue
          const behind = listDeals(past, { of, model, label: row.label, skip: 0, limit: 100 })
          expect(behind.creditedCents).toBe(row.credits[m]?.cents)
        }
      }
      const earned = keptTallies(earningTally).of(past, { of, model: 'u' }, 0).answer()
      for (const { label, earned: moments } of earned)
        expect(moments.reduce((sum, one) => sum + one.cents, 0)).toBe(
          rows.find((row) => row.label === label)?.credits.find(({ model }) => model === 'u')?.cents ?? 0,
        )
    }),
    { numRuns: 150 },
  )
})
