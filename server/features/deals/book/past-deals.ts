import type { DealTerms } from '@ensemble/engine/lifecycle/state.ts'
import type { Month, PastDeal } from '@ensemble/engine/pipeline/past-forecast.ts'
import { localTimeOf } from '@ensemble/engine/worktime/local-time.ts'
import { type DealBook, FREE, NONE, PROOFS, STATUSES, TERM } from './deal-book.ts'
import { dayNumber, dayText } from './put-deal.ts'

export type AlivePast = PastDeal & {
  personId: string
  id: string
  name: string | null
  proof: (typeof PROOFS)[number]
  closeDate: string | null
}

const WON = STATUSES.indexOf('won')
const centsOf = (cents: number): number | null => (Number.isNaN(cents) ? null : cents)

function termsOf(book: DealBook, flat: Float64Array): DealTerms[] {
  const { closer, currency, stage } = book.words
  const terms: DealTerms[] = []
  for (let at = 0; at < flat.length; at += TERM)
    terms.push({
      at: flat[at] ?? 0,
      closeDate: dayText(flat[at + 1] ?? NONE),
      amountCents: centsOf(flat[at + 2] ?? Number.NaN),
      currency: currency.words[flat[at + 3] ?? NONE] ?? null,
      closer: closer.words[flat[at + 4] ?? NONE] ?? null,
      stage: stage.words[flat[at + 5] ?? 0] ?? '',
    })
  return terms
}

function pastOf(book: DealBook, slot: number): AlivePast {
  const { words } = book
  return {
    personId: book.personId[slot] ?? '',
    id: book.dealId[slot] ?? '',
    name: book.name[slot] ?? null,
    pipeline: words.pipeline.words[book.pipeline[slot] ?? 0] ?? '',
    status: STATUSES[book.status[slot] ?? 0] ?? 'open',
    proof: PROOFS[book.proof[slot] ?? 0] ?? 'none',
    amountCents: centsOf(book.cents[slot] ?? Number.NaN),
    currency: words.currency.words[book.currency[slot] ?? NONE] ?? null,
    closer: words.closer.words[book.closer[slot] ?? NONE] ?? null,
    openedAt: book.openedMs[slot] ?? 0,
    closedAt: centsOf(book.closedMs[slot] ?? Number.NaN),
    closeDate: dayText(book.closeDay[slot] ?? NONE),
    terms: termsOf(book, book.terms[slot] ?? new Float64Array()),
  }
}

/** Deals that were open at some moment from `fromMs` on and opened before `toMs`, with what was said of them over time. */
export function aliveBetween(
  book: DealBook,
  isChosen: (slot: number) => boolean,
  fromMs: number,
  toMs: number,
): AlivePast[] {
  const alive: AlivePast[] = []
  for (let slot = 0; slot < book.size; slot += 1) {
    if (book.status[slot] === FREE || !((book.openedMs[slot] ?? 0) < toMs)) continue
    if ((book.closedMs[slot] ?? Number.NaN) < fromMs || !isChosen(slot)) continue
    alive.push(pastOf(book, slot))
  }
  return alive
}

/** The close day that was said of a deal at a moment, without making its terms. */
function saidCloseDay(flat: Float64Array, atMs: number): number {
  for (let at = flat.length - TERM; at >= 0; at -= TERM) if ((flat[at] ?? 0) <= atMs) return flat[at + 1] ?? NONE
  return NONE
}

/** Those that a month foresaw when it began, or that were won in it: the others say nothing of it. */
export function concernedBy(
  book: DealBook,
  isChosen: (slot: number) => boolean,
  { month, fromMs, toMs }: Month,
): AlivePast[] {
  const firstDay = dayNumber(`${month}-01`)
  const dayAfter = localTimeOf(book.zone, toMs).day
  const found: AlivePast[] = []
  for (let slot = 0; slot < book.size; slot += 1) {
    const status = book.status[slot] ?? FREE
    if (status === FREE || !isChosen(slot)) continue
    const closed = book.closedMs[slot] ?? Number.NaN
    if (status === WON && closed >= fromMs && closed < toMs) {
      found.push(pastOf(book, slot))
      continue
    }
    if ((book.openedMs[slot] ?? 0) > fromMs || closed <= fromMs) continue
    const day = saidCloseDay(book.terms[slot] ?? new Float64Array(), fromMs)
    if (day !== NONE && day >= firstDay && day < dayAfter) found.push(pastOf(book, slot))
  }
  return found
}
