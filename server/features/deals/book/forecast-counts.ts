import type { OpenDeals } from '@ensemble/engine/pipeline/forecast.ts'
import type { StageCount } from '@ensemble/engine/pipeline/stage-rates.ts'
import { localTimeOf } from '@ensemble/engine/worktime/local-time.ts'
import { type DealBook, FREE, NONE, PROOFS, STATUSES } from './deal-book.ts'
import { dayText } from './put-deal.ts'

/** Which slots are asked about, open or closed. */
export type Chosen = (slot: number) => boolean
export type Priced = OpenDeals & { isPriced: boolean }
export type Won = { month: string; currency: string; deals: number; cents: number; unproven: number }

const [OPEN, WON] = [STATUSES.indexOf('open'), STATUSES.indexOf('won')]
const UNPROVEN = PROOFS.indexOf('none')
/** Of the latest closed deals, so many are enough to say how long nine of ten need. */
const MOST_DURATIONS = 5_000

const monthOfDay = (day: number): string => dayText(day)?.slice(0, 7) ?? ''

function eachSlot(book: DealBook, isChosen: Chosen, work: (slot: number, status: number) => void): void {
  for (let slot = 0; slot < book.size; slot += 1) {
    const status = book.status[slot] ?? FREE
    if (status !== FREE && isChosen(slot)) work(slot, status)
  }
}

/** Months of days, each worked out once. */
function monthsByDay(): (day: number) => string {
  const known = new Map<number, string>()
  return (day) => {
    const found = known.get(day)
    if (found !== undefined) return found
    const month = monthOfDay(day)
    known.set(day, month)
    return month
  }
}

/** Open deals as they stand, added up by month of close date. Without a date the month is empty. */
export function countOpen(book: DealBook, isChosen: Chosen): Priced[] {
  const { words } = book
  const monthOf = monthsByDay()
  const groups = new Map<string, Priced>()
  eachSlot(book, isChosen, (slot, status) => {
    if (status !== OPEN) return
    const [pipeline, stage] = [book.pipeline[slot] ?? 0, book.stage[slot] ?? 0]
    const [closer, currency] = [book.closer[slot] ?? NONE, book.currency[slot] ?? NONE]
    const cents = book.cents[slot] ?? Number.NaN
    const isPriced = !Number.isNaN(cents) && currency !== NONE
    const month = monthOf(book.closeDay[slot] ?? NONE)
    const key = `${month} ${pipeline} ${stage} ${closer} ${currency} ${isPriced}`
    let group = groups.get(key)
    if (group === undefined) {
      group = {
        month,
        pipeline: words.pipeline.words[pipeline] ?? '',
        stage: words.stage.words[stage] ?? '',
        closer: words.closer.words[closer] ?? null,
        currency: words.currency.words[currency] ?? '',
        isPriced,
        deals: 0,
        cents: 0,
      }
      groups.set(key, group)
    }
    group.deals += 1
    if (!Number.isNaN(cents)) group.cents += cents
  })
  return [...groups.values()]
}

/** Open deals whose close date is over: their days still to come are none. */
export function countOverdue(
  book: DealBook,
  isChosen: Chosen,
  today: number,
): { currency: string; deals: number; amountCents: number }[] {
  const sums = new Map<number, { currency: string; deals: number; amountCents: number }>()
  eachSlot(book, isChosen, (slot, status) => {
    const [day, currency] = [book.closeDay[slot] ?? NONE, book.currency[slot] ?? NONE]
    const cents = book.cents[slot] ?? Number.NaN
    if (status !== OPEN || day === NONE || day >= today || currency === NONE || Number.isNaN(cents)) return
    const sum = sums.get(currency) ?? { currency: book.words.currency.words[currency] ?? '', deals: 0, amountCents: 0 }
    sum.deals += 1
    sum.amountCents += cents
    sums.set(currency, sum)
  })
  return [...sums.values()].sort((a, b) => b.amountCents - a.amountCents)
}

/** Money won in some months until a moment, by currency. */
export function countWon(book: DealBook, isChosen: Chosen, fromMs: number, untilMs: number): Won[] {
  const monthOf = monthsByDay()
  const sums = new Map<string, Won>()
  eachSlot(book, isChosen, (slot, status) => {
    const at = book.closedMs[slot] ?? Number.NaN
    if (status !== WON || !(at >= fromMs && at <= untilMs)) return
    const [currency, cents] = [book.currency[slot] ?? NONE, book.cents[slot] ?? Number.NaN]
    if (currency === NONE || Number.isNaN(cents)) return
    const month = monthOf(localTimeOf(book.zone, at).day)
    const word = book.words.currency.words[currency] ?? ''
    const sum = sums.get(`${month} ${word}`) ?? { month, currency: word, deals: 0, cents: 0, unproven: 0 }
    sum.deals += 1
    sum.cents += cents
    if (book.proof[slot] === UNPROVEN) sum.unproven += cents
    sums.set(`${month} ${word}`, sum)
  })
  return [...sums.values()]
}

/** How long the deals that were closed last before a moment took, in ms. */
export function durationsOf(book: DealBook, isChosen: Chosen, beforeMs: number): Float64Array {
  const ended: number[] = []
  eachSlot(book, isChosen, (slot, status) => {
    const [opened, closed] = [book.openedMs[slot] ?? 0, book.closedMs[slot] ?? Number.NaN]
    if (status !== OPEN && closed <= beforeMs && closed >= opened) ended.push(slot)
  })
  if (ended.length > MOST_DURATIONS) {
    const closed = Float64Array.from(ended, (slot) => book.closedMs[slot] ?? 0).sort()
    const least = closed[closed.length - MOST_DURATIONS] ?? 0
    const latest = ended.filter((slot) => (book.closedMs[slot] ?? 0) >= least)
    return Float64Array.from(latest, (slot) => (book.closedMs[slot] ?? 0) - (book.openedMs[slot] ?? 0))
  }
  return Float64Array.from(ended, (slot) => (book.closedMs[slot] ?? 0) - (book.openedMs[slot] ?? 0))
}

/** Deals that reached each stage before `maturedMs`, and how many of them were won by `asOfMs`. */
export function countStages(book: DealBook, isChosen: Chosen, maturedMs: number, asOfMs: number): StageCount[] {
  const { words } = book
  const counts = new Map<number, StageCount>()
  const ends = new Set(['won', 'lost', 'undecided'].map((name) => words.stage.codes.get(name)))
  eachSlot(book, isChosen, (slot, status) => {
    const reached = book.reached[slot]
    if (reached === undefined) return
    const pipeline = book.pipeline[slot] ?? 0
    const isWon = status === WON && (book.closedMs[slot] ?? Number.NaN) <= asOfMs
    for (let at = 0; at < reached.length; at += 2) {
      const stage = reached[at] ?? 0
      if (!((reached[at + 1] ?? 0) <= maturedMs) || ends.has(stage)) continue
      const key = pipeline * 100_000 + stage
      let count = counts.get(key)
      if (count === undefined) {
        const names = { pipeline: words.pipeline.words[pipeline] ?? '', stage: words.stage.words[stage] ?? '' }
        count = { ...names, matured: 0, won: 0 }
        counts.set(key, count)
      }
      count.matured += 1
      if (isWon) count.won += 1
    }
  })
  return [...counts.values()]
}
