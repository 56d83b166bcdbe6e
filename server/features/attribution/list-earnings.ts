import { creditDeal } from '@ensemble/engine/attribution/credit-deal.ts'
import type { AttributionModel } from '@ensemble/engine/attribution/models.ts'
import { dealRowsOf, isWithin, partiesIn, wholeJourneys } from './journeys-of.ts'
import type { JourneyQuestion } from './question.ts'
import { LEVELS } from './touch-kinds.ts'
import type { TouchPast } from './touch-past.ts'

/** Every label with the moments (epoch ms) at which it earned, and how many cents. */
export type EarningsAnswer = { label: string; earned: { atMs: number; cents: number }[] }[]

/** What each label earned when, in one pass over the deals. Nothing under Markov, which does not divide single deals. */
export function listEarnings(
  past: TouchPast,
  { of, model }: { of: JourneyQuestion; model: AttributionModel },
): EarningsAnswer {
  if (model === 'markov') return []
  const level = LEVELS.indexOf(of.level)
  const parties = partiesIn(past, of.segment).filter((party) => dealRowsOf(past, party, level).length > 0)
  const journeys = wholeJourneys(past, of, parties)
  const rows = Array.from(parties, (party) => dealRowsOf(past, party, level)).flat()
  const byLabel = new Map<string, { atMs: number; cents: number }[]>()
  for (const [j, row] of rows.entries()) {
    const known = past.deals[row]
    if (known === undefined || !isWithin(of, known.atMs)) continue
    const credit = creditDeal(journeys, j, model)
    const own = new Map<string, number>()
    journeys.touches.subarray(journeys.offsets[j], journeys.offsets[j + 1]).forEach((at, i) => {
      const label = journeys.labels[at] ?? ''
      own.set(label, (own.get(label) ?? 0) + (credit?.cents[i] ?? 0))
    })
    for (const [label, cents] of own) {
      const earned = byLabel.get(label) ?? []
      earned.push({ atMs: known.atMs, cents })
      byLabel.set(label, earned)
    }
  }
  return [...byLabel].map(([label, earned]) => ({ label, earned }))
}
