import { type DealPast, termsAt } from './terms-at.ts'

export type PastDeal = DealPast & {
  /** What became of it. */
  status: 'open' | 'won' | 'lost' | 'undecided'
  amountCents: number | null
  currency: string | null
  closer: string | null
  pipeline: string
}

/** A month as half-open moments (epoch ms), with its name such as `2026-03`. */
export type Month = { month: string; fromMs: number; toMs: number }

/** One deal in one month: what it said when the month began, and what it brought within it. In one currency. */
export type ForecastRow<D extends PastDeal = PastDeal> = {
  deal: D
  month: string
  currency: string
  closer: string | null
  /** The stage it stood in when the month began; null where it was not foreseen. */
  stage: string | null
  saidCents: number | null
  cameCents: number
}

/**
 * What was foreseen for a month at its beginning, and what came: deals whose close date lay in the month then, and deals won in it.
 * A deal without an amount or currency says nothing. One that was foreseen in another currency than it was won in stands twice.
 */
export function pastForecast<D extends PastDeal>(
  deals: readonly D[],
  { month, fromMs, toMs }: Month,
): ForecastRow<D>[] {
  return deals.flatMap((deal): ForecastRow<D>[] => {
    const then = termsAt(deal, fromMs)
    const isForeseen =
      then?.closeDate?.startsWith(month) === true && then.amountCents !== null && then.currency !== null
    const isWon = deal.status === 'won' && deal.closedAt !== null && deal.closedAt >= fromMs && deal.closedAt < toMs
    const came = isWon && deal.amountCents !== null && deal.currency !== null ? deal.amountCents : 0
    const said: ForecastRow<D>[] = isForeseen
      ? [
          {
            deal,
            month,
            currency: then.currency ?? '',
            closer: then.closer,
            stage: then.stage,
            saidCents: then.amountCents,
            cameCents: 0,
          },
        ]
      : []
    const [first] = said
    if (came === 0) return said
    const isSame = first !== undefined && first.currency === deal.currency && first.closer === deal.closer
    if (isSame) return [{ ...first, cameCents: came }]
    const brought = { deal, month, currency: deal.currency ?? '', closer: deal.closer, stage: null }
    return [...said, { ...brought, saidCents: null, cameCents: came }]
  })
}
