import { type CreditSheet, openSheet, putJourneys, sheetCredits, sheetRemovalCredits } from './credit-sheet.ts'
import type { Credits } from './credits.ts'
import type { Journeys } from './journeys.ts'
import type { AttributionModel, ModelOptions } from './models.ts'
import { partyJourneys } from './party-journeys.ts'
import { dropSlices } from './slices.ts'
import {
  appendDeals,
  appendTouches,
  type DealColumns,
  emptyDeals,
  emptyTouches,
  moveDeals,
  moveTouches,
  type NewDeals,
  type NewTouches,
  type TouchColumns,
} from './touch-columns.ts'

/** Something summed over parties: told to take away what they add (-1) before they change, and to add it again (1) afterwards. */
export type Tally = (parties: ArrayLike<number>, sign: 1 | -1) => void

export type SheetKind = { readonly dimension: number; readonly level: number }

export type BookOptions = {
  /** What touches are labelled by, in the order of the columns of labels: channel, campaign, landing page ... */
  readonly dimensions: readonly string[]
  /** Which dimension is credited for which level of conversion. */
  readonly sheets: readonly SheetKind[]
  readonly models: readonly AttributionModel[]
  readonly lookbackMs?: number
  readonly modelOptions?: Partial<ModelOptions>
}

/**
 * Every touch and every conversion, in columns, with the credits kept up to date: what is appended costs as much as the parties it
 * belongs to, and leaves the book as if it had been filled with everything at once, in any order, to the last bit.
 */
export type TouchBook = {
  readonly options: BookOptions
  readonly touches: TouchColumns
  readonly deals: DealColumns
  /** By dimension: names of labels by number, and back. */
  readonly labels: readonly string[][]
  readonly numberOf: readonly Map<string, number>[]
  readonly sheets: readonly (SheetKind & { readonly sheet: CreditSheet })[]
  /** What else is kept up to date; a tally that joins late begins with all parties by itself. */
  readonly tallies: Set<Tally>
}

export function openTouchBook(options: BookOptions): TouchBook {
  return {
    options,
    touches: emptyTouches(options.dimensions.length),
    deals: emptyDeals(),
    labels: options.dimensions.map(() => []),
    numberOf: options.dimensions.map(() => new Map()),
    sheets: options.sheets.map((kind) => ({ ...kind, sheet: openSheet(options.models, options.modelOptions ?? {}) })),
    tallies: new Set(),
  }
}

/** The number of a label in a dimension, given out when it is met first. */
export function labelNumber(book: TouchBook, dimension: number, label: string): number {
  const known = book.numberOf[dimension]
  const found = known?.get(label)
  if (found !== undefined) return found
  const names = book.labels[dimension]
  if (known === undefined || names === undefined) throw new RangeError(`the book has no dimension ${dimension}`)
  known.set(label, names.length)
  names.push(label)
  return names.length - 1
}

/** Takes in touches and conversions, of any age and in any order. */
export function appendToBook(book: TouchBook, touches: NewTouches | null, deals: NewDeals | null): void {
  change(
    book,
    () => partiesOf(touches?.party ?? [], deals?.party ?? []),
    () => {
      if (touches !== null) appendTouches(book.touches, touches)
      if (deals !== null) appendDeals(book.deals, deals)
    },
  )
}

/** A party turned out to be another (two visitors, one person): its touches and conversions become those of the other. */
export function joinParties(book: TouchBook, from: number, to: number): void {
  if (from === to) return
  change(
    book,
    () => Uint32Array.of(from, to),
    () => {
      moveTouches(book.touches, from, to)
      moveDeals(book.deals, from, to)
    },
  )
}

/** Takes everything of parties out of the credits, as when a person is erased. */
export function forgetParties(book: TouchBook, parties: ArrayLike<number>): void {
  change(
    book,
    () => parties,
    () => {
      dropSlices(book.touches, parties)
      dropSlices(book.deals, parties)
    },
  )
}

/** Credits of a model, by the numbers of `book.labels[dimension]`. Null when the book keeps no such sheet or model. */
export function bookCredits(book: TouchBook, kind: SheetKind, model: AttributionModel): Credits | null {
  const found = book.sheets.find(({ dimension, level }) => dimension === kind.dimension && level === kind.level)
  const labels = book.labels[kind.dimension]
  if (found === undefined || labels === undefined) return null
  return model === 'markov' ? sheetRemovalCredits(found.sheet, labels) : sheetCredits(found.sheet, model, labels.length)
}

/** Journeys as the book sees them, for tests, intervals and drill-down; labels keep their numbers in the book. */
export function bookJourneys(book: TouchBook, { dimension, level }: SheetKind, parties: ArrayLike<number>): Journeys {
  return partyJourneys(
    {
      touches: book.touches,
      deals: book.deals,
      labels: book.labels[dimension] ?? [],
      dimension,
      level,
      lookbackMs: book.options.lookbackMs ?? Number.POSITIVE_INFINITY,
    },
    parties,
  )
}

/** Every party that has a touch or a conversion. */
export function bookParties({ touches, deals }: TouchBook): Uint32Array {
  const most = Math.max(touches.first.length, deals.first.length)
  const found = new Uint32Array(most)
  let count = 0
  for (let party = 0; party < most; party += 1) {
    if ((touches.length[party] ?? 0) === 0 && (deals.length[party] ?? 0) === 0) continue
    found[count] = party
    count += 1
  }
  return found.slice(0, count)
}

function change(book: TouchBook, partiesOfChange: () => ArrayLike<number>, apply: () => void): void {
  const isWatched = book.sheets.length > 0 || book.tallies.size > 0
  const parties = isWatched ? partiesOfChange() : []
  put(book, parties, -1)
  apply()
  put(book, parties, 1)
}

function put(book: TouchBook, parties: ArrayLike<number>, sign: 1 | -1): void {
  for (const { dimension, level, sheet } of book.sheets)
    putJourneys(sheet, bookJourneys(book, { dimension, level }, parties), sign)
  for (const tally of book.tallies) tally(parties, sign)
}

function partiesOf(touched: ArrayLike<number>, won: ArrayLike<number>): Uint32Array {
  if (touched.length + won.length < 10_000)
    return Uint32Array.from(new Set([...Array.from(touched), ...Array.from(won)]))
  let most = 0
  for (const column of [touched, won]) for (let i = 0; i < column.length; i += 1) most = Math.max(most, column[i] ?? 0)
  const isMet = new Uint8Array(most + 1)
  for (const column of [touched, won]) for (let i = 0; i < column.length; i += 1) isMet[column[i] ?? 0] = 1
  const found = new Uint32Array(isMet.reduce((sum, met) => sum + met, 0))
  let count = 0
  for (let party = 0; party <= most; party += 1) {
    if (isMet[party] === 0) continue
    found[count] = party
    count += 1
  }
  return found
}
