import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { rateOf } from '../funnel/rate.ts'
import { forecast, type OpenDeals } from './forecast.ts'
import { forecastAccuracy } from './forecast-accuracy.ts'
import { monthAfter, monthIn } from './months.ts'
import { type PastDeal, pastForecast } from './past-forecast.ts'
import { maturityDays, stageRates } from './stage-rates.ts'
import { termsAt } from './terms-at.ts'
import { againstCompetitors, type EndedDeals, winLoss } from './win-loss.ts'

const DAY = 86_400_000
const open = (month: string, stage: string, closer: string | null, cents: number, currency = 'EUR'): OpenDeals => ({
  month,
  pipeline: '',
  stage,
  closer,
  currency,
  deals: 1,
  cents,
})

describe('the forecast', () => {
  const ways = {
    probability: (_: string, stage: string) => ({ early: 0.2, late: 0.8 })[stage] ?? null,
    rate: (_: string, stage: string) => (stage === 'late' ? rateOf(30, 40) : null),
    accuracy: (closer: string | null) => (closer === 'ana' ? { ratio: 0.5, low: 0.4, high: 0.6 } : null),
  }
  it('weighs each deal in three ways, month by month, and never adds currencies up', () => {
    const months = forecast(
      [
        open('2026-03', 'late', 'ana', 1_000_00),
        open('2026-03', 'early', 'rui', 500_00),
        open('2026-03', 'late', 'ana', 200_00, 'USD'),
        open('2026-02', 'unknown', null, 100_00),
      ],
      ways,
    )
    expect(months).toMatchObject([
      { month: '2026-02', byStage: { cents: 0 }, byHistory: null, bySeller: null },
      {
        month: '2026-03',
        currency: 'EUR',
        deals: 2,
        openCents: 1_500_00,
        byStage: { cents: 900_00 },
        byHistory: { cents: 750_00 },
        bySeller: { cents: 500_00, lowCents: 400_00, highCents: 600_00 },
      },
      { month: '2026-03', currency: 'USD', openCents: 200_00, byStage: { cents: 160_00 } },
    ])
    expect(months[1]?.byHistory?.lowCents).toBe(Math.round(1_000_00 * (rateOf(30, 40).low ?? 0)))
  })

  it('lies between nothing and everything, and is the sum of its months', () => {
    const parts = fc.array(
      fc.record({
        month: fc.constantFrom('2026-01', '2026-02'),
        stage: fc.constantFrom('early', 'late', 'unknown'),
        currency: fc.constantFrom('EUR', 'USD'),
        cents: fc.integer({ min: 0, max: 1e9 }),
      }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(parts, (made) => {
        const deals = made.map(({ month, stage, currency, cents }) => open(month, stage, null, cents, currency))
        const months = forecast(deals, ways)
        const total = months.reduce((sum, each) => sum + each.openCents, 0)
        expect(total).toBe(deals.reduce((sum, each) => sum + each.cents, 0))
        for (const each of months) {
          expect(each.byStage.cents >= 0 && each.byStage.cents <= each.openCents).toBe(true)
          if (each.byHistory !== null)
            expect(
              (each.byHistory.lowCents ?? 0) <= each.byHistory.cents &&
                each.byHistory.cents <= (each.byHistory.highCents ?? 0),
            ).toBe(true)
        }
      }),
    )
  })
})

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const deal = (terms: [string, string | null, number | null, string?][], more: Partial<PastDeal> = {}): PastDeal => ({
  openedAt: at(terms[0]?.[0] ?? '2026-01-01'),
  closedAt: null,
  status: 'open',
  amountCents: 100,
  currency: 'EUR',
  closer: 'ana',
  pipeline: '',
  terms: terms.map(([day, closeDate, amountCents, closer = 'ana']) => ({
    at: at(day),
    closeDate,
    amountCents,
    currency: 'EUR',
    closer,
    stage: 'late',
  })),
  ...more,
})

describe('what was said of a month when it began', () => {
  const march = monthIn('UTC', '2026-03')
  test.each<[string, PastDeal, (number | null)[][]]>([
    ['counts by its close date then', deal([['2026-02-01', '2026-03-15', 100]]), [[100, 0]]],
    [
      'is not what is said later',
      deal([
        ['2026-02-01', '2026-04-15', 100],
        ['2026-03-02', '2026-03-15', 100],
      ]),
      [],
    ],
    [
      'is the amount of then, and what came the amount won',
      deal([['2026-02-01', '2026-03-15', 300]], { status: 'won', closedAt: at('2026-03-20'), amountCents: 250 }),
      [[300, 250]],
    ],
    [
      'came of nothing said',
      deal([['2026-02-01', null, null]], { status: 'won', closedAt: at('2026-03-20'), amountCents: 250 }),
      [[null, 250]],
    ],
    [
      'came to nothing when it was won later',
      deal([['2026-02-01', '2026-03-15', 100]], { status: 'won', closedAt: at('2026-04-01') }),
      [[100, 0]],
    ],
    [
      'is not of a deal closed before',
      deal([['2026-01-01', '2026-03-15', 100]], { status: 'lost', closedAt: at('2026-02-20') }),
      [],
    ],
    [
      'stands twice when somebody else won it',
      deal([['2026-02-01', '2026-03-15', 100, 'rui']], { status: 'won', closedAt: at('2026-03-20') }),
      [
        [100, 0],
        [null, 100],
      ],
    ],
  ])('%s', (_what, one, expected) => {
    expect(pastForecast([one], march).map((row) => [row.saidCents, row.cameCents])).toEqual(expected)
  })

  it('is null before the deal was opened and after it was closed', () => {
    const one = deal([['2026-02-01', null, 1]], { closedAt: at('2026-03-01'), status: 'lost' })
    expect([
      termsAt(one, at('2026-01-31')),
      termsAt(one, at('2026-02-01'))?.amountCents,
      termsAt(one, at('2026-03-01')),
    ]).toEqual([null, 1, null])
  })

  it('makes the accuracy: came of said, with an interval that is the same each time', () => {
    const rows = Array.from({ length: 30 }, (_, index) =>
      pastForecast(
        [
          deal(
            [['2026-02-01', '2026-03-15', 100]],
            index % 2 === 0 ? { status: 'won', closedAt: at('2026-03-20') } : {},
          ),
        ],
        march,
      ),
    ).flat()
    const found = forecastAccuracy(rows)
    expect(found).toMatchObject({ months: 1, deals: 30, saidCents: 3000, cameCents: 1500, ratio: 0.5, isSmall: false })
    expect(found.lowRatio).toBeLessThan(0.5)
    expect(found.highRatio).toBeGreaterThan(0.5)
    expect(forecastAccuracy(rows)).toEqual(found)
    expect(forecastAccuracy([])).toMatchObject({ ratio: null, isSmall: true })
  })

  it('begins at midnight of the zone, over the year and the change of clocks', () => {
    expect(monthAfter('2026-12', 1)).toBe('2027-01')
    expect(monthAfter('2026-01', -1)).toBe('2025-12')
    expect(monthIn('Europe/Paris', '2026-04').fromMs).toBe(Date.parse('2026-03-31T22:00:00Z'))
    expect(monthIn('Europe/Paris', '2026-03').fromMs).toBe(Date.parse('2026-02-28T23:00:00Z'))
  })
})

it('rates are of matured deals, and say when they are few', () => {
  expect(stageRates([{ pipeline: '', stage: 'x', matured: 19, won: 5 }])[0]).toMatchObject({
    isSmall: true,
    rate: { n: 19, k: 5 },
  })
  expect(maturityDays([])).toBe(0)
  expect(maturityDays(Array.from({ length: 11 }, (_, index) => index * DAY))).toBe(9)
})

const ended = (
  status: EndedDeals['status'],
  deals: number,
  ...said: [EndedDeals['said'][number]['saidBy'], ...string[]][]
): EndedDeals => ({
  status,
  deals,
  said: said.map(([saidBy, ...reasons]) => ({ saidBy, reasons })),
})

describe('wins and losses', () => {
  const report = winLoss([
    ended('won', 40, ['seller', 'RELATIONSHIP', 'PRICE_VALUE']),
    ended('lost', 24, ['seller', 'PRICE_VALUE'], ['buyer', 'FUNCTION_GAP']),
    ended('lost', 6, ['seller', 'TIMING'], ['survey', 'PRICE_VALUE']),
    ended('undecided', 10, ['seller', 'NO_DECISION_PRIORITY']),
    ended('lost', 20),
  ])
  it('have two rates: won of won and lost, and of all that ended', () => {
    expect(report).toMatchObject({
      won: 40,
      lost: 50,
      undecided: 10,
      winRate: { k: 40, n: 90 },
      winRateWithUndecided: { k: 40, n: 100 },
    })
  })
  it('have one list of reasons, whose sense is the outcome’s; the first counts, further ones beside it', () => {
    expect(report.reasons.find((each) => each.code === 'PRICE_VALUE')).toMatchObject({
      won: 0,
      lost: 24,
      wonToo: 40,
      shareOfLost: { k: 24, n: 30 },
    })
    expect(report.withoutReason).toEqual({ won: 0, lost: 20, undecided: 0 })
  })
  it('show the gap between what sellers and buyers say of the same losses', () => {
    const [first] = report.gap
    expect(report.gap.find((each) => each.code === 'PRICE_VALUE')).toMatchObject({
      seller: { k: 24, n: 40 },
      buyer: { k: 6, n: 30 },
      isSmall: false,
    })
    expect(Math.abs(first?.difference ?? 0)).toBeGreaterThan(0.3)
    expect(report.sources.map((each) => [each.saidBy, each.lost])).toEqual([
      ['seller', 30],
      ['buyer', 24],
      ['survey', 6],
      [null, 20],
    ])
  })
  it('are counted against each competitor, with open deals beside the rate', () => {
    expect(
      againstCompetitors([
        { competitor: 'A', status: 'won', deals: 15 },
        { competitor: 'A', status: 'lost', deals: 5 },
        { competitor: 'A', status: 'open', deals: 3 },
        { competitor: 'B', status: 'undecided', deals: 2 },
      ]),
    ).toMatchObject([
      { competitor: 'A', open: 3, winRate: { k: 15, n: 20 }, isSmall: false },
      { competitor: 'B', undecided: 2, winRate: { n: 0, rate: null }, isSmall: true },
    ])
  })
})
