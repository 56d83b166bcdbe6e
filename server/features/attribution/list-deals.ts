import { creditDeal } from '@ensemble/engine/attribution/credit-deal.ts'
import type { AttributionModel, JourneyModel } from '@ensemble/engine/attribution/models.ts'
import { dealRowsOf, isWithin, partiesIn, wholeJourneys } from './journeys-of.ts'
import type { JourneyQuestion } from './question.ts'
import { LEVELS } from './touch-kinds.ts'
import type { TouchPast } from './touch-past.ts'

export type CreditedTouch = { atMs: number; label: string; weight: number | null; cents: number | null }
export type CreditedDeal = {
  personId: string
  deal: string | null
  atMs: number
  /** What it is worth, and how much of it the label is credited with; null where the model does not divide single deals. */
  cents: number
  credited: number | null
  creditedCents: number | null
  touches: CreditedTouch[]
}
export type DealsAnswer = {
  deals: CreditedDeal[]
  total: number
  credited: number | null
  creditedCents: number | null
}

type Asked = { of: JourneyQuestion; model: AttributionModel; label: string | null; skip: number; limit: number }

/** The deals behind a number, those credited most first, each with its touches. Their credits sum to that of the label. */
export function listDeals(past: TouchPast, { of, model, label, skip, limit }: Asked): DealsAnswer {
  const level = LEVELS.indexOf(of.level)
  const parties = partiesIn(past, of.segment).filter((party) => dealRowsOf(past, party, level).length > 0)
  const journeys = wholeJourneys(past, of, parties)
  const rows = Array.from(parties, (party) => dealRowsOf(past, party, level)).flat()
  const own: JourneyModel | null = model === 'markov' ? null : model
  const found = rows.flatMap((row, j): CreditedDeal[] => {
    const known = past.deals[row]
    if (known === undefined || !isWithin(of, known.atMs)) return []
    const from = journeys.offsets[j] ?? 0
    const labels = Array.from(
      journeys.touches.subarray(from, journeys.offsets[j + 1]),
      (at) => journeys.labels[at] ?? '',
    )
    if (label !== null && !labels.includes(label)) return []
    const credit = own === null ? null : creditDeal(journeys, j, own)
    const sumOf = (column: Float64Array | undefined): number | null =>
      column === undefined
        ? null
        : labels.reduce((sum, name, i) => (label === null || name === label ? sum + (column[i] ?? 0) : sum), 0)
    return [
      {
        personId: known.personId,
        deal: known.deal,
        atMs: known.atMs,
        cents: known.cents,
        credited: sumOf(credit?.weights),
        creditedCents: sumOf(credit?.cents),
        touches: labels.map((name, i) => ({
          atMs: journeys.times?.[from + i] ?? 0,
          label: name,
          weight: credit?.weights[i] ?? null,
          cents: credit?.cents[i] ?? null,
        })),
      },
    ]
  })
  found.sort(
    (a, b) =>
      (b.creditedCents ?? b.cents) - (a.creditedCents ?? a.cents) ||
      (b.credited ?? 0) - (a.credited ?? 0) ||
      b.atMs - a.atMs ||
      (a.personId < b.personId ? -1 : 1),
  )
  const sum = (pick: (deal: CreditedDeal) => number | null): number | null =>
    own === null ? null : found.reduce((total, deal) => total + (pick(deal) ?? 0), 0)
  return {
    deals: found.slice(skip, skip + limit),
    total: found.length,
    credited: sum((deal) => deal.credited),
    creditedCents: sum((deal) => deal.creditedCents),
  }
}
