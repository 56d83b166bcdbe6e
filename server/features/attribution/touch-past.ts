import { labelNumber, openTouchBook, type TouchBook } from '@ensemble/engine/attribution/touch-book.ts'
import { type Numbered, numbered } from './numbered.ts'
import { type NumberedIds, numberedIds } from './numbered-ids.ts'
import type { Outcome } from './read-outcomes.ts'
import { DIMENSIONS, KINDS } from './touch-kinds.ts'

/** An outcome as it stands behind a row of the book's conversions. */
export type KnownDeal = Outcome & { isOtherCurrency: boolean }

/** What is held: every touch and outcome in columns, who belongs to which party, and how far the facts were read. */
export type TouchPast = {
  book: TouchBook
  /** People by number. */
  person: NumberedIds
  labels: Numbered[]
  channelOf: (number | null)[]
  none: number[]
  /** By number of the person: the party they are in, and the one they are alone; -1 when there is none. */
  partyOf: Int32Array
  aloneIn: Int32Array
  /** Numbers of the parties of accounts. */
  partyNumber: Map<string, number>
  peopleOf: number[][]
  segmentOf: (string | null)[]
  /** By row of the book's conversions. */
  deals: KnownDeal[]
  currency: string
  /** Facts recorded until then were read. */
  readUntilMs: number
  /** How many facts of a person were recorded lately, as they were read. */
  lately: Map<string, string>
  mark: string
  version: number
}

/** Nobody's name for what has none: shown as "no campaign" and the like. */
export const NONE = ''

export function emptyPast(currency: string, mark: string): TouchPast {
  const book = openTouchBook({ dimensions: DIMENSIONS, sheets: [], models: [] })
  return {
    book,
    person: numberedIds(),
    labels: DIMENSIONS.map((_, d) => numbered((bytes) => labelNumber(book, d, bytes.toString('utf8')))),
    channelOf: KINDS.map(([, { channel }]) => (channel === null ? null : labelNumber(book, 0, channel))),
    none: DIMENSIONS.map((_, d) => labelNumber(book, d, NONE)),
    partyOf: new Int32Array(1024).fill(-1),
    aloneIn: new Int32Array(1024).fill(-1),
    partyNumber: new Map(),
    peopleOf: [],
    segmentOf: [],
    deals: [],
    currency,
    readUntilMs: 0,
    lately: new Map(),
    mark,
    version: 0,
  }
}

export function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

export function numberOfPerson(past: TouchPast, personId: string): number {
  return past.person.numberOf(Buffer.from(personId.replaceAll('-', ''), 'hex'), 0)
}

/** Puts a person into the party of their account, or into one of their own. */
export function joinParty(past: TouchPast, person: number, accountId: string | null, segment: string | null): number {
  if (person >= past.partyOf.length) {
    const length = Math.max(person + 1, past.partyOf.length * 2)
    past.partyOf = longer(past.partyOf, length)
    past.aloneIn = longer(past.aloneIn, length)
  }
  let party = accountId === null ? (past.aloneIn[person] ?? -1) : (past.partyNumber.get(accountId) ?? -1)
  if (party < 0) {
    party = past.peopleOf.length
    if (accountId === null) past.aloneIn[person] = party
    else past.partyNumber.set(accountId, party)
    past.peopleOf.push([])
    past.segmentOf.push(null)
  }
  past.partyOf[person] = party
  past.peopleOf[party]?.push(person)
  past.segmentOf[party] = segment ?? past.segmentOf[party] ?? null
  return party
}

function longer(column: Int32Array, length: number): Int32Array {
  const made = new Int32Array(length).fill(-1)
  made.set(column)
  return made
}
