import { localTimeOf, momentOf } from '@ensemble/engine/worktime/local-time.ts'
import type { DealFilters } from '../deal-filters.ts'
import { type DealBook, FREE, NONE, PROOFS, STATUSES } from './deal-book.ts'
import { dayNumber } from './put-deal.ts'
import type { Words } from './words.ts'

/** What the columns can tell: not words in names, which the database finds, nor whose company it is. */
export type ColumnFilters = Omit<DealFilters, 'text' | 'accountId'>

const ANY = -2
const NOTHING = -3
const [OPEN, WON] = [STATUSES.indexOf('open'), STATUSES.indexOf('won')]
const UNPROVEN = PROOFS.indexOf('none')
const LAST_DAY = dayNumber('9999-12-31')

const codeAsked = ({ codes }: Words, word: string | undefined): number =>
  word === undefined ? ANY : (codes.get(word) ?? NOTHING)

/** For each list of words that is kept, whether a word is in it. */
function listsWith(book: DealBook, word: string | undefined): Uint8Array | null {
  if (word === undefined) return null
  return Uint8Array.from(book.words.list.words, (list) => {
    const parsed: unknown = JSON.parse(list)
    return Array.isArray(parsed) && parsed.includes(word) ? 1 : 0
  })
}

function saidWith(book: DealBook, { saidBy, reason }: ColumnFilters): Uint8Array | null {
  if (saidBy === undefined) return null
  return Uint8Array.from(book.words.said.words, (said) => {
    const parsed: unknown = JSON.parse(said)
    const isSo = (word: { saidBy?: string; reasons?: string[] }): boolean =>
      word.saidBy === saidBy && (reason === undefined || word.reasons?.includes(reason) === true)
    return Array.isArray(parsed) && parsed.some(isSo) ? 1 : 0
  })
}

function isStatus(asked: ColumnFilters['status']): (status: number, proof: number) => boolean {
  switch (asked) {
    case undefined:
      return () => true
    case 'closed':
      return (status) => status !== OPEN
    case 'unproven':
      return (status, proof) => status === WON && proof === UNPROVEN
    default: {
      const only = STATUSES.indexOf(asked)
      return (status) => status === only
    }
  }
}

function isDue(book: DealBook, due: ColumnFilters['due'], nowMs: number): ((slot: number) => boolean) | null {
  if (due === undefined) return null
  const today = localTimeOf(book.zone, nowMs).day
  const isOpen = (slot: number): boolean => book.status[slot] === OPEN
  switch (due) {
    case 'no next step':
      return (slot) => isOpen(slot) && book.hasStep[slot] === 0
    case 'next step':
      return (slot) =>
        isOpen(slot) && (book.hasStep[slot] === 0 || (book.nextStepMs[slot] ?? Number.POSITIVE_INFINITY) <= nowMs)
    case 'close date over':
      return (slot) => {
        const day = book.closeDay[slot] ?? NONE
        return isOpen(slot) && day !== NONE && day < today
      }
  }
}

type Range = { from: number; to: number }

/** Whether a deal was closed in these days of the company's zone (half-open); null: any. */
function closedRange(book: DealBook, from: string | undefined, to: string | undefined): Range | null {
  if (from === undefined && to === undefined) return null
  const begin = (day: string): number => momentOf(book.zone, { day: dayNumber(day), timeMs: 0 })
  return {
    from: from === undefined ? Number.NEGATIVE_INFINITY : begin(from),
    to: to === undefined ? Number.POSITIVE_INFINITY : begin(to),
  }
}

/** Which deals a list holds, as `whereOf` asks the database. `pipelines`: null is any. */
export function chooseSlots(
  book: DealBook,
  pipelines: readonly string[] | null,
  asked: ColumnFilters,
  nowMs: number,
): (slot: number) => boolean {
  const { words } = book
  const inPipeline = pipelines === null ? null : pipelines.map((name) => words.pipeline.codes.get(name) ?? NOTHING)
  const stage = codeAsked(words.stage, asked.stage)
  const closer = asked.owner === 'nobody' ? NONE : codeAsked(words.closer, asked.owner)
  const currency = codeAsked(words.currency, asked.currency)
  const hasStatus = isStatus(asked.status)
  const due = isDue(book, asked.due, nowMs)
  const closed = closedRange(book, asked.closedFrom, asked.closedTo)
  const closes =
    asked.closeFrom === undefined && asked.closeTo === undefined
      ? null
      : {
          from: asked.closeFrom === undefined ? Number.NEGATIVE_INFINITY : dayNumber(asked.closeFrom),
          to: asked.closeTo === undefined ? Number.POSITIVE_INFINITY : dayNumber(asked.closeTo),
        }
  const { minCents, maxCents, without } = asked
  const product = listsWith(book, asked.product)
  const competitor = listsWith(book, asked.competitor)
  const reason = asked.saidBy === undefined ? listsWith(book, asked.reason) : null
  const said = saidWith(book, asked)
  return (slot) => {
    const status = book.status[slot] ?? FREE
    if (status === FREE || !hasStatus(status, book.proof[slot] ?? 0)) return false
    if (closer !== ANY && book.closer[slot] !== closer) return false
    if (stage !== ANY && book.stage[slot] !== stage) return false
    if (currency !== ANY && book.currency[slot] !== currency) return false
    if (inPipeline?.includes(book.pipeline[slot] ?? NOTHING) === false) return false
    if (due?.(slot) === false) return false
    if (closed !== null) {
      const at = book.closedMs[slot] ?? Number.NaN
      if (!(at >= closed.from && at < closed.to)) return false
    }
    const day = book.closeDay[slot] ?? NONE
    if (closes !== null) {
      const key = day === NONE ? LAST_DAY : day
      if (!(key >= closes.from && key < closes.to)) return false
    }
    const cents = book.cents[slot] ?? Number.NaN
    if (minCents !== undefined && !(cents >= minCents)) return false
    if (maxCents !== undefined && !(cents <= maxCents && cents >= 0)) return false
    if (without === 'close date' && day !== NONE) return false
    if (without === 'amount' && !Number.isNaN(cents) && book.currency[slot] !== NONE) return false
    if (product !== null && product[book.products[slot] ?? 0] !== 1) return false
    if (competitor !== null) {
      const list = book.competitors[slot] ?? NONE
      if (list === NONE || competitor[list] !== 1) return false
    }
    if (reason !== null && reason[book.reasons[slot] ?? 0] !== 1) return false
    return said === null || said[book.said[slot] ?? 0] === 1
  }
}
