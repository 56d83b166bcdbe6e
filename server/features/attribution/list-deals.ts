import { creditDeal } from '@ensemble/engine/attribution/credit-deal.ts'
import { divideDeals } from '@ensemble/engine/attribution/divide-deals.ts'
import type { Journeys } from '@ensemble/engine/attribution/journeys.ts'
import type { AttributionModel, JourneyModel } from '@ensemble/engine/attribution/models.ts'
import { type Dictionary, dictionaryOf } from './dictionary.ts'
import { dealsOf, inPieces, inSegment, isWithin, journeysIn } from './journeys-of.ts'
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

export type DealsQuestion = {
  of: JourneyQuestion
  model: AttributionModel
  label: string | null
  skip: number
  limit: number
}
/** A deal that counts: its party, its row in the book, and what of it is the label's. */
type Found = { party: number; row: number; credited: number; creditedCents: number }

/** The deals behind a number, those credited most first, each with its touches. Their credits sum to that of the label. */
export function listDeals(past: TouchPast, { of, model, label, skip, limit }: DealsQuestion): DealsAnswer {
  const dictionary = dictionaryOf(past, of)
  const own: JourneyModel | null = model === 'markov' ? null : model
  const first = firstOf<Found>(skip + limit, (a, b) => compare(past, own, a, b))
  const sums = { total: 0, credited: 0, creditedCents: 0 }
  inPieces(inSegment(past, of.segment, partiesWith(past, of)), (some) => {
    const { parties, rows, owners } = dealsOf(past, of, some)
    if (rows.length === 0) return
    const journeys = journeysIn(past, of, dictionary, parties)
    const wanted = label === null ? -1 : dictionary.names.indexOf(label)
    if (label !== null && wanted < 0) return
    divideDeals(journeys, own ?? 'linear', {}, ({ j, from, n, weights, cents }) => {
      let [isMet, credited, creditedCents] = [label === null, 0, 0]
      for (let i = 0; i < n; i += 1) {
        if (label !== null && journeys.touches[from + i] !== wanted) continue
        isMet = true
        credited += weights[i] ?? 0
        creditedCents += cents[i] ?? 0
      }
      if (!isMet) return
      sums.total += 1
      sums.credited += credited
      sums.creditedCents += creditedCents
      first.offer({ party: owners[j] ?? 0, row: rows[j] ?? 0, credited, creditedCents })
    })
  })
  return {
    deals: first
      .found()
      .slice(skip, skip + limit)
      .map((one) => detail(past, of, dictionary, own, one)),
    total: sums.total,
    credited: own === null ? null : sums.credited,
    creditedCents: own === null ? null : sums.creditedCents,
  }
}

/** Parties that have an outcome of the level, each once: far fewer than all. */
function partiesWith({ outcomes, parties }: TouchPast, of: JourneyQuestion): Uint32Array {
  const level = LEVELS.indexOf(of.level)
  const isMet = new Uint8Array(parties.count)
  for (let number = 0; number < outcomes.count; number += 1) {
    if (outcomes.isAlive[number] !== 1 || outcomes.level[number] !== level) continue
    const party = parties.partyOf[outcomes.person[number] ?? 0] ?? -1
    if (party >= 0 && isWithin(of, outcomes.atMs[number] ?? 0)) isMet[party] = 1
  }
  const found: number[] = []
  for (let party = 0; party < isMet.length; party += 1) if (isMet[party] === 1) found.push(party)
  return Uint32Array.from(found)
}

function compare(
  { book: { deals }, outcomes, person }: TouchPast,
  own: JourneyModel | null,
  a: Found,
  b: Found,
): number {
  const worth = ({ row, creditedCents }: Found): number => (own === null ? (deals.cents[row] ?? 0) : creditedCents)
  const personId = ({ row }: Found): string => person.textOf(outcomes.person[deals.reference[row] ?? 0] ?? -1)
  return (
    worth(b) - worth(a) ||
    (own === null ? 0 : b.credited - a.credited) ||
    (deals.atMs[b.row] ?? 0) - (deals.atMs[a.row] ?? 0) ||
    (personId(a) < personId(b) ? -1 : 1)
  )
}

function detail(
  past: TouchPast,
  of: JourneyQuestion,
  dictionary: Dictionary,
  own: JourneyModel | null,
  { party, row, credited, creditedCents }: Found,
): CreditedDeal {
  const { deals } = past.book
  const journeys: Journeys = journeysIn(past, of, dictionary, [party])
  const place = dealsOf(past, of, [party]).rows.indexOf(row)
  const number = deals.reference[row] ?? 0
  const credit = own === null ? null : creditDeal(journeys, place, own)
  const from = journeys.offsets[place] ?? 0
  const touches = Array.from(journeys.touches.subarray(from, journeys.offsets[place + 1]))
  return {
    personId: past.person.textOf(past.outcomes.person[number] ?? -1),
    deal: past.outcomes.deal[number] ?? null,
    atMs: deals.atMs[row] ?? 0,
    cents: deals.cents[row] ?? 0,
    credited: own === null ? null : credited,
    creditedCents: own === null ? null : creditedCents,
    touches: touches.map((at, i) => ({
      atMs: journeys.times?.[from + i] ?? 0,
      label: journeys.labels[at] ?? '',
      weight: credit?.weights[i] ?? null,
      cents: credit?.cents[i] ?? null,
    })),
  }
}

/** Keeps the first `most` of what is offered, in order. */
function firstOf<T>(most: number, order: (a: T, b: T) => number) {
  let kept: T[] = []
  let worst: T | undefined
  const sort = (): void => {
    kept = kept.sort(order).slice(0, most)
    worst = kept[most - 1]
  }
  return {
    offer(one: T): void {
      if (worst !== undefined && order(worst, one) <= 0) return
      kept.push(one)
      if (kept.length >= 2 * most + 500) sort()
    },
    found(): T[] {
      sort()
      return kept
    },
  }
}
