import type { Sliced } from '@ensemble/engine/attribution/slices.ts'
import { bookParties, type Tally } from '@ensemble/engine/attribution/touch-book.ts'
import { dayText, localDayNumberOf } from './local-day.ts'
import { DIMENSIONS } from './touch-kinds.ts'
import { NONE, type TouchPast } from './touch-past.ts'

/** How many facts name a campaign, and how many leads came by it, by day. */
export type DaysAnswer = { facts: Map<string, number>; leads: Map<string, number> }
export type CampaignDays = { of(names: readonly string[]): DaysAnswer; drop(): void }

const CAMPAIGN = DIMENSIONS.indexOf('campaign')

/** Counts facts by campaign and by day where the company is, and keeps the counts up to date. */
export function campaignDays(past: TouchPast, zone: string): CampaignDays {
  const { book, mentions } = past
  const counts: Map<number, number>[] = []
  const dayOf = localDayNumberOf(zone)
  const putOf =
    (slices: () => Sliced & { atMs: Float64Array }, labels: () => Uint32Array): Tally =>
    (parties, sign) => {
      const { first, length, atMs } = slices()
      const campaign = labels()
      for (let p = 0; p < parties.length; p += 1) {
        const party = parties[p] ?? 0
        const from = first[party] ?? 0
        for (let row = from; row < from + (length[party] ?? 0); row += 1) {
          const label = campaign[row] ?? 0
          while (counts.length <= label) counts.push(new Map())
          const own = counts[label]
          const day = dayOf(atMs[row] ?? 0)
          own?.set(day, (own.get(day) ?? 0) + sign)
        }
      }
    }
  const putTouches = putOf(
    () => book.touches,
    () => book.touches.labels[CAMPAIGN] ?? new Uint32Array(0),
  )
  const putMentions = putOf(
    () => mentions,
    () => mentions.campaign,
  )
  putTouches(bookParties(book), 1)
  putMentions(
    Uint32Array.from({ length: mentions.first.length }, (_, party) => party),
    1,
  )
  book.tallies.add(putTouches)
  mentions.tallies.add(putMentions)
  return {
    of(names) {
      const labels = new Set(names.flatMap((name) => (name === NONE ? [] : (book.numberOf[CAMPAIGN]?.get(name) ?? []))))
      const facts = new Map<string, number>()
      for (const label of labels) for (const [day, count] of counts[label] ?? []) add(facts, day, count)
      return { facts, leads: leadDays(past, labels, dayOf) }
    },
    drop() {
      book.tallies.delete(putTouches)
      mentions.tallies.delete(putMentions)
    },
  }
}

function leadDays(
  { outcomes }: TouchPast,
  labels: ReadonlySet<number>,
  dayOf: (atMs: number) => number,
): Map<string, number> {
  const days = new Map<string, number>()
  for (let lead = 0; lead < outcomes.count; lead += 1)
    if (outcomes.isAlive[lead] === 1 && outcomes.level[lead] === 0 && labels.has(outcomes.campaign[lead] ?? -1))
      add(days, dayOf(outcomes.atMs[lead] ?? 0), 1)
  return days
}

function add(days: Map<string, number>, day: number, count: number): void {
  if (count === 0) return
  const text = dayText(day)
  days.set(text, (days.get(text) ?? 0) + count)
}
