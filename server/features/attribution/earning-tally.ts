import { divideDeals } from '@ensemble/engine/attribution/divide-deals.ts'
import type { AttributionModel } from '@ensemble/engine/attribution/models.ts'
import { dictionaryOf } from './dictionary.ts'
import { dealsOf, inPieces, inSegment, journeysIn } from './journeys-of.ts'
import type { KeptTally } from './kept-tallies.ts'
import type { JourneyQuestion } from './question.ts'
import type { TouchPast } from './touch-past.ts'

/** Every label with how many cents it earned day by day. */
export type EarningsAnswer = { label: string; earned: { atMs: number; cents: number }[] }[]

const DAY_MS = 86_400_000

/** A moment by its day, midnight apart from the rest of the day: days from a cost on are counted in whole ones, begun ones included. */
function spanOf(atMs: number): number {
  const day = Math.floor(atMs / DAY_MS)
  return atMs === day * DAY_MS ? 2 * day : 2 * day + 1
}

function momentIn(span: number): number {
  return (span / 2) * DAY_MS
}

/** What each label earned when. Nothing under Markov, which does not divide single deals. */
export function earningTally(
  past: TouchPast,
  { of, model }: { of: JourneyQuestion; model: AttributionModel },
): KeptTally<EarningsAnswer> {
  const dictionary = dictionaryOf(past, of)
  const earned: Map<number, number>[] = []
  const add = (label: number, span: number, cents: number): void => {
    while (earned.length <= label) earned.push(new Map())
    const own = earned[label]
    own?.set(span, (own.get(span) ?? 0) + cents)
  }
  const putPiece = (some: Uint32Array, sign: 1 | -1): void => {
    if (model === 'markov') return
    const journeys = journeysIn(past, of, dictionary, dealsOf(past, of, some).parties)
    divideDeals(journeys, model, {}, ({ j, from, n, cents }) => {
      const span = spanOf(journeys.endedAt?.[j] ?? 0)
      for (let i = 0; i < n; i += 1)
        if (cents[i] !== 0) add(journeys.touches[from + i] ?? 0, span, sign * (cents[i] ?? 0))
    })
  }
  return {
    put: (parties, sign) => inPieces(inSegment(past, of.segment, parties), (some) => putPiece(some, sign)),
    answer: () =>
      earned.map((spans, label) => ({
        label: dictionary.names[label] ?? '',
        earned: [...spans]
          .filter(([, cents]) => cents !== 0)
          .sort(([a], [b]) => a - b)
          .map(([span, cents]) => ({ atMs: momentIn(span), cents })),
      })),
  }
}
