import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attributeAll } from './attribute.ts'
import { type AttributionModel, attributionModels } from './models.ts'
import {
  appendToBook,
  bookCredits,
  bookJourneys,
  bookParties,
  forgetParties,
  joinParties,
  labelNumber,
  openTouchBook,
  type TouchBook,
} from './touch-book.ts'

type Touch = { party: number; atMs: number; sequence: number; channel: string; page: string }
type Deal = { party: number; level: number; atMs: number; cents: number; leadAtMs: number; opportunityAtMs: number }

const dayMs = 86_400_000
const parties = 6
const touch = fc.record({
  party: fc.nat(parties - 1),
  atMs: fc.integer({ min: 0, max: 60 }).map((day) => day * dayMs),
  channel: fc.constantFrom('mail', 'search', 'direct', 'fair', 'partner'),
  page: fc.constantFrom('/', '/price', '/blog'),
})
const deal: fc.Arbitrary<Deal> = fc.record({
  party: fc.nat(parties - 1),
  level: fc.constantFrom(0, 1),
  atMs: fc.integer({ min: 0, max: 60 }).map((day) => day * dayMs),
  cents: fc.integer({ min: 0, max: 99_999 }),
  leadAtMs: fc.oneof(
    fc.constant(Number.NaN),
    fc.integer({ min: 0, max: 40 }).map((day) => day * dayMs),
  ),
  opportunityAtMs: fc.oneof(
    fc.constant(Number.NaN),
    fc.integer({ min: 0, max: 60 }).map((day) => day * dayMs),
  ),
})
const stream = fc.record({
  touches: fc.array(touch, { maxLength: 60 }).map((all) => all.map((one, sequence): Touch => ({ ...one, sequence }))),
  deals: fc.array(deal, { maxLength: 12 }),
  cuts: fc.array(fc.nat(8), { minLength: 72, maxLength: 72 }),
  keys: fc.array(fc.nat(), { minLength: 72, maxLength: 72 }),
})

const sheets = [
  { dimension: 0, level: 0 },
  { dimension: 0, level: 1 },
  { dimension: 1, level: 1 },
]

function open(): TouchBook {
  return openTouchBook({ dimensions: ['channel', 'page'], sheets, models: attributionModels, lookbackMs: 30 * dayMs })
}

function put(book: TouchBook, touches: readonly Touch[], deals: readonly Deal[]): void {
  const column = <T, K extends keyof T>(rows: readonly T[], key: K): T[K][] => rows.map((row) => row[key])
  appendToBook(
    book,
    {
      party: column(touches, 'party'),
      atMs: column(touches, 'atMs'),
      sequence: column(touches, 'sequence'),
      labels: [
        touches.map(({ channel }) => labelNumber(book, 0, channel)),
        touches.map(({ page }) => labelNumber(book, 1, page)),
      ],
    },
    {
      party: column(deals, 'party'),
      level: column(deals, 'level'),
      atMs: column(deals, 'atMs'),
      cents: column(deals, 'cents'),
      leadAtMs: column(deals, 'leadAtMs'),
      opportunityAtMs: column(deals, 'opportunityAtMs'),
    },
  )
}

/** Credits by name, without labels that have none: a book that has forgotten its only touch of a label still knows the name. */
function told(book: TouchBook): unknown {
  return sheets.flatMap((kind) =>
    attributionModels.map((model) => {
      const credits = bookCredits(book, kind, model)
      const rows = (book.labels[kind.dimension] ?? []).map(
        (label, i) => [label, credits?.conversions[i], credits?.cents[i]] as const,
      )
      const known = rows.filter(([, conversions, cents]) => conversions !== 0 || cents !== 0)
      return { kind, model, rows: known.sort(([a], [b]) => (a < b ? -1 : 1)), unattributed: credits?.unattributed }
    }),
  )
}

describe('a book of touches', () => {
  test('fed in any order and in any pieces is the book filled at once, to the last bit', () => {
    fc.assert(
      fc.property(stream, ({ touches, deals, cuts, keys }) => {
        const whole = open()
        put(whole, touches, deals)
        const pieces = open()
        const facts = [
          ...touches.map((one) => ({ touch: one, deal: null })),
          ...deals.map((one) => ({ touch: null, deal: one })),
        ]
          .map((fact, i) => ({ ...fact, piece: cuts[i] ?? 0, key: keys[i] ?? 0 }))
          .sort((a, b) => a.key - b.key)
        for (let piece = 0; piece <= 8; piece += 1) {
          const own = facts.filter((fact) => fact.piece === piece)
          put(
            pieces,
            own.map((fact) => fact.touch).filter((one) => one !== null),
            own.map((fact) => fact.deal).filter((one) => one !== null),
          )
        }
        expect(told(pieces)).toEqual(told(whole))
      }),
      { numRuns: 500 },
    )
  })

  test('credits what the models credit on its journeys', () => {
    fc.assert(
      fc.property(stream, ({ touches, deals }) => {
        const book = open()
        put(book, touches, deals)
        for (const kind of sheets) {
          const journeys = bookJourneys(book, kind, bookParties(book))
          const own: AttributionModel[] = attributionModels.filter((model) => model !== 'markov')
          const credits = attributeAll(journeys, own, {}, 'by-deal')
          for (const [i, model] of own.entries()) expect(bookCredits(book, kind, model)).toEqual(credits[i])
        }
      }),
      { numRuns: 100 },
    )
  })

  test('with two parties joined is the book in which they were one, with one forgotten that in which it never was', () => {
    fc.assert(
      fc.property(stream, ({ touches, deals }) => {
        const joined = open()
        put(joined, touches, deals)
        joinParties(joined, 1, 2)
        const as = <T extends { party: number }>(all: readonly T[]): T[] =>
          all.map((one) => (one.party === 1 ? { ...one, party: 2 } : one))
        const whole = open()
        put(whole, as(touches), as(deals))
        expect(told(joined)).toEqual(told(whole))
        forgetParties(joined, [2])
        const without = open()
        const others = <T extends { party: number }>(all: readonly T[]): T[] =>
          all.filter(({ party }) => party !== 1 && party !== 2)
        put(without, others(touches), others(deals))
        expect(told(joined)).toEqual(told(without))
      }),
      { numRuns: 100 },
    )
  })
})
