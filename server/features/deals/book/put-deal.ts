import { type DealBook, NONE, PROOFS, STATUSES, TERM, takeSlot } from './deal-book.ts'
import { codeOf, type Words } from './words.ts'

/** A deal as `BOOK_CELLS` reads it. Moments are epoch ms. */
export type BookCells = [
  personId: string,
  dealId: string,
  name: string | null,
  status: (typeof STATUSES)[number],
  proof: (typeof PROOFS)[number],
  pipeline: string,
  stage: string,
  closer: string | null,
  currency: string | null,
  cents: number | null,
  openedMs: number,
  closedMs: number | null,
  closeDay: number | null,
  hasStep: boolean,
  nextStepMs: number | null,
  products: string[],
  competitors: string[] | null,
  reasons: string[],
  said: unknown[],
  reached: Record<string, number> | null,
  terms:
    | {
        at: number
        closeDate?: string | null
        amountCents?: number | null
        currency?: string | null
        closer?: string | null
        stage: string
      }[]
    | null,
]

/** A deal that was lost before reasons had a list of words keeps its one reason as the seller's. */
export const SAID = `case when d.said = '[]' and d.reason is not null
  then jsonb_build_array(jsonb_build_object('saidBy', 'seller', 'reasons', jsonb_build_array(d.reason))) else d.said end`

const MS = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`

/** What the book keeps of a deal `d`. */
export const BOOK_CELLS = `json_build_array(d.person_id, d.deal_id, d.name, d.status, d.proof, d.pipeline, d.stage, d.closer, d.currency, d.amount_cents,
  ${MS('d.opened_at')}, ${MS('d.closed_at')}, d.close_date - date '1970-01-01', d.next_step is not null, ${MS('d.next_step_at')},
  d.products, d.competitors, d.reasons, ${SAID}, d.state -> 'reached', d.state -> 'terms')`

const DAY_MS = 86_400_000

/** A day such as `2026-03-31` as days since 1970; `NONE` where there is none. */
export function dayNumber(day: string | null | undefined): number {
  if (day == null) return NONE
  const ms = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(ms) ? NONE : Math.round(ms / DAY_MS)
}

/** The day back as it is written; null for `NONE`. */
export function dayText(day: number): string | null {
  return day === NONE ? null : new Date(day * DAY_MS).toISOString().slice(0, 10)
}

const codeOrNone = (words: Words, word: string | null | undefined): number =>
  word == null ? NONE : codeOf(words, word)

/** Puts one deal into the book. Whoever brings a deal anew has dropped its person before. */
export function putDeal(book: DealBook, cells: BookCells): void {
  const [personId, dealId, name, status, proof, pipeline, stage, closer, currency, cents] = cells
  const [, , , , , , , , , , openedMs, closedMs, closeDay, hasStep, nextStepMs] = cells
  const [, , , , , , , , , , , , , , , products, competitors, reasons, said, reached, terms] = cells
  const { words } = book
  const slot = takeSlot(book)
  book.deals += 1
  const slots = book.slotsOf.get(personId)
  if (slots === undefined) book.slotsOf.set(personId, [slot])
  else slots.push(slot)
  book.personId[slot] = personId
  book.dealId[slot] = dealId
  book.name[slot] = name
  book.status[slot] = STATUSES.indexOf(status)
  book.proof[slot] = PROOFS.indexOf(proof)
  book.pipeline[slot] = codeOf(words.pipeline, pipeline)
  book.stage[slot] = codeOf(words.stage, stage)
  book.closer[slot] = codeOrNone(words.closer, closer)
  book.currency[slot] = codeOrNone(words.currency, currency)
  book.cents[slot] = cents ?? Number.NaN
  book.openedMs[slot] = openedMs
  book.closedMs[slot] = closedMs ?? Number.NaN
  book.closeDay[slot] = closeDay ?? NONE
  book.hasStep[slot] = hasStep ? 1 : 0
  book.nextStepMs[slot] = nextStepMs ?? Number.NaN
  book.products[slot] = codeOf(words.list, JSON.stringify(products))
  book.competitors[slot] = competitors === null ? NONE : codeOf(words.list, JSON.stringify(competitors))
  book.reasons[slot] = codeOf(words.list, JSON.stringify(reasons))
  book.said[slot] = codeOf(words.said, JSON.stringify(said))
  book.reached[slot] = Float64Array.from(
    Object.entries(reached ?? {}).flatMap(([each, at]) => [codeOf(words.stage, each), at]),
  )
  const flat = new Float64Array((terms?.length ?? 0) * TERM)
  for (const [place, each] of (terms ?? []).entries())
    flat.set(
      [
        each.at,
        dayNumber(each.closeDate),
        each.amountCents ?? Number.NaN,
        codeOrNone(words.currency, each.currency),
        codeOrNone(words.closer, each.closer),
        codeOf(words.stage, each.stage),
      ],
      place * TERM,
    )
  book.terms[slot] = flat
}
