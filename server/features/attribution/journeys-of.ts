import type { Journeys } from '@ensemble/engine/attribution/journeys.ts'
import { partyJourneys } from '@ensemble/engine/attribution/party-journeys.ts'
import { renameLabels } from '@ensemble/engine/attribution/rename-labels.ts'
import { bookParties } from '@ensemble/engine/attribution/touch-book.ts'
import { transformPaths } from '@ensemble/engine/attribution/transform-paths.ts'
import { type Dictionary, dictionaryOf } from './dictionary.ts'
import type { JourneyQuestion } from './question.ts'
import { DIMENSIONS, LEVELS } from './touch-kinds.ts'
import type { TouchPast } from './touch-past.ts'

/** So many parties at a time: what is made for them stays near the processor. */
const PIECE = 20_000

/** Tells the parties in pieces. */
export function inPieces(parties: Uint32Array, work: (some: Uint32Array) => void): void {
  for (let from = 0; from < parties.length; from += PIECE) work(parties.subarray(from, from + PIECE))
}

/** Those of the parties that are in the segment, all when none is asked for. */
export function inSegment(
  { parties: known }: TouchPast,
  segment: string | null,
  parties: ArrayLike<number>,
): Uint32Array {
  const all = parties instanceof Uint32Array ? parties : Uint32Array.from(parties)
  if (segment === null) return all
  const number = known.segments.indexOf(segment)
  return number <= 0 ? new Uint32Array(0) : all.filter((party) => known.segmentOf[party] === number)
}

export function partiesIn(past: TouchPast, segment: string | null): Uint32Array {
  return inSegment(past, segment, bookParties(past.book))
}

export function isWithin({ fromMs, toMs }: Pick<JourneyQuestion, 'fromMs' | 'toMs'>, atMs: number): boolean {
  return atMs >= (fromMs ?? Number.NEGATIVE_INFINITY) && atMs < (toMs ?? Number.POSITIVE_INFINITY)
}

/**
 * Journeys of parties that ended in the period: with their conversion, or with the last touch of who has none. Labels have the numbers of the
 * dictionary. In the order of the parties and of their deals.
 */
export function journeysIn(
  past: TouchPast,
  question: JourneyQuestion,
  dictionary: Dictionary,
  parties: ArrayLike<number>,
): Journeys {
  const dimension = DIMENSIONS.indexOf(question.by)
  const places = dictionary.places()
  const isCounted = question.transform === 'frequency'
  const labels = isCounted && places === undefined ? (past.book.labels[dimension] ?? []) : dictionary.names
  const found = partyJourneys(
    {
      touches: past.book.touches,
      deals: past.book.deals,
      labels,
      dimension,
      level: LEVELS.indexOf(question.level),
      lookbackMs: question.lookbackMs ?? Number.POSITIVE_INFINITY,
      endedFromMs: question.fromMs ?? Number.NEGATIVE_INFINITY,
      endedBeforeMs: question.toMs ?? Number.POSITIVE_INFINITY,
      ...(places === undefined ? {} : { places }),
    },
    parties,
  )
  const changed = transformPaths(found, { kind: question.transform })
  if (!isCounted) return changed
  const numbers = changed.labels.map((name) => dictionary.numberOf(name))
  return { ...changed, labels: dictionary.names, touches: changed.touches.map((label) => numbers[label] ?? 0) }
}

/** All journeys of the question, their labels ascending. */
export function journeysOf(past: TouchPast, question: JourneyQuestion): Journeys {
  const found = journeysIn(past, question, dictionaryOf(past, question), partiesIn(past, question.segment))
  return renameLabels(found, (label) => label)
}

/** The parties that have a conversion of the level in the period; its rows in the book, in the order of `journeysIn`, and whose each is. */
export function dealsOf(
  { book: { deals } }: TouchPast,
  question: JourneyQuestion,
  parties: ArrayLike<number>,
): { parties: Uint32Array; rows: Uint32Array; owners: Uint32Array } {
  const level = LEVELS.indexOf(question.level)
  const found: number[] = []
  const rows: number[] = []
  const owners: number[] = []
  for (let p = 0; p < parties.length; p += 1) {
    const party = parties[p] ?? 0
    const first = deals.first[party] ?? 0
    const before = rows.length
    for (let row = first; row < first + (deals.length[party] ?? 0); row += 1) {
      if (deals.level[row] !== level || !isWithin(question, deals.atMs[row] ?? 0)) continue
      rows.push(row)
      owners.push(party)
    }
    if (rows.length > before) found.push(party)
  }
  return { parties: Uint32Array.from(found), rows: Uint32Array.from(rows), owners: Uint32Array.from(owners) }
}
