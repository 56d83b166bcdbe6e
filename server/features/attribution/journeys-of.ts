import type { Journeys } from '@ensemble/engine/attribution/journeys.ts'
import { partyJourneys } from '@ensemble/engine/attribution/party-journeys.ts'
import { pickJourneys } from '@ensemble/engine/attribution/pick-journeys.ts'
import { renameLabels } from '@ensemble/engine/attribution/rename-labels.ts'
import { bookParties } from '@ensemble/engine/attribution/touch-book.ts'
import { transformPaths } from '@ensemble/engine/attribution/transform-paths.ts'
import { plainName } from '@ensemble/engine/channels/plain-name.ts'
import type { JourneyQuestion } from './question.ts'
import { DIMENSIONS, LEVELS } from './touch-kinds.ts'
import { NONE, type TouchPast } from './touch-past.ts'

/** Parties in the segment, all when none is asked for. */
export function partiesIn(past: TouchPast, segment: string | null): Uint32Array {
  const all = bookParties(past.book)
  return segment === null ? all : all.filter((party) => past.segmentOf[party] === segment)
}

/** What a label is called: campaigns by the names that are kept for them, the rest as it is. */
export function namesOf({ by, campaigns }: JourneyQuestion): (label: string) => string {
  if (by !== 'campaign') return (label) => label
  const known = new Map(campaigns)
  return (label) => (label === NONE ? label : (known.get(plainName(label)) ?? label))
}

/** Journeys before any choice of a period, in the order of the parties and of their deals. */
export function wholeJourneys(past: TouchPast, question: JourneyQuestion, parties: ArrayLike<number>): Journeys {
  const dimension = DIMENSIONS.indexOf(question.by)
  const found = partyJourneys(
    {
      touches: past.book.touches,
      deals: past.book.deals,
      labels: past.book.labels[dimension] ?? [],
      dimension,
      level: LEVELS.indexOf(question.level),
      lookbackMs: question.lookbackMs ?? Number.POSITIVE_INFINITY,
    },
    parties,
  )
  return transformPaths(renameLabels(found, namesOf(question)), { kind: question.transform })
}

export function isWithin(question: JourneyQuestion, atMs: number): boolean {
  return atMs >= (question.fromMs ?? Number.NEGATIVE_INFINITY) && atMs < (question.toMs ?? Number.POSITIVE_INFINITY)
}

/** The journeys that ended in the period: with their conversion, or with the last touch of who has none. */
export function journeysOf(past: TouchPast, question: JourneyQuestion): Journeys {
  const whole = wholeJourneys(past, question, partiesIn(past, question.segment))
  if (question.fromMs === null && question.toMs === null) return whole
  return pickJourneys(whole, (j) => isWithin(question, whole.endedAt?.[j] ?? 0))
}

/** Rows of conversions of a level of one party, in the order of its journeys. */
export function dealRowsOf({ book: { deals } }: TouchPast, party: number, level: number): number[] {
  const rows: number[] = []
  for (let at = deals.first[party] ?? -1; at >= 0; at = deals.next[at] ?? -1)
    if (deals.level[at] === level) rows.push(at)
  return rows.sort(
    (a, b) => (deals.atMs[a] ?? 0) - (deals.atMs[b] ?? 0) || (deals.cents[a] ?? 0) - (deals.cents[b] ?? 0) || a - b,
  )
}
