import type { Rate } from '../funnel/rate.ts'

/** Open deals of one month, pipeline, stage, seller and currency, added up. */
export type OpenDeals = {
  month: string
  pipeline: string
  stage: string
  closer: string | null
  currency: string
  deals: number
  cents: number
}
export type Expected = { cents: number; lowCents: number | null; highCents: number | null }
export type Ways = {
  /** By the agreement: between 0 and 1, or null where the stage states none. */
  probability(pipeline: string, stage: string): number | null
  /** By own history: null where there is too little of it. */
  rate(pipeline: string, stage: string): Rate | null
  /** By what the seller's deals came to of what they said, in a currency: null where there is too little of it. */
  accuracy(closer: string | null, currency: string): { ratio: number; low: number | null; high: number | null } | null
}
export type MonthForecast = {
  month: string
  currency: string
  deals: number
  openCents: number
  byStage: Expected
  byHistory: Expected | null
  bySeller: Expected | null
}

type Factor = { at: number; low: number | null; high: number | null }

/** Null when no part of it can be foreseen; parts that cannot be are left out of the sum. */
function weigh(parts: readonly OpenDeals[], factorOf: (part: OpenDeals) => Factor | null): Expected | null {
  let cents = 0
  let low: number | null = 0
  let high: number | null = 0
  let isKnown = false
  for (const part of parts) {
    const factor = factorOf(part)
    if (factor === null) continue
    isKnown = true
    cents += part.cents * factor.at
    low = low === null || factor.low === null ? null : low + part.cents * factor.low
    high = high === null || factor.high === null ? null : high + part.cents * factor.high
  }
  if (!isKnown) return null
  return {
    cents: Math.round(cents),
    lowCents: low === null ? null : Math.round(low),
    highCents: high === null ? null : Math.round(high),
  }
}

/**
 * What open deals will bring by month and currency, in three ways beside each other. Cents are whole; currencies are never added
 * up. The interval of a sum adds the bounds of its parts: as wide as if all stages erred to the same side.
 */
export function forecast(open: readonly OpenDeals[], ways: Ways): MonthForecast[] {
  const groups = Map.groupBy(open, ({ month, currency }) => `${month} ${currency}`)
  return [...groups.values()]
    .map((parts): MonthForecast => {
      const [first] = parts
      return {
        month: first?.month ?? '',
        currency: first?.currency ?? '',
        deals: parts.reduce((sum, part) => sum + part.deals, 0),
        openCents: parts.reduce((sum, part) => sum + part.cents, 0),
        byStage: weigh(parts, ({ pipeline, stage }) => {
          const at = ways.probability(pipeline, stage)
          return at === null ? null : { at, low: null, high: null }
        }) ?? { cents: 0, lowCents: null, highCents: null },
        byHistory: weigh(parts, ({ pipeline, stage }) => {
          const rate = ways.rate(pipeline, stage)
          return rate?.rate == null ? null : { at: rate.rate, low: rate.low, high: rate.high }
        }),
        bySeller: weigh(parts, ({ closer, currency }) => {
          const found = ways.accuracy(closer, currency)
          return found === null ? null : { at: found.ratio, low: found.low, high: found.high }
        }),
      }
    })
    .sort((a, b) => (a.month === b.month ? b.openCents - a.openCents : a.month < b.month ? -1 : 1))
}
