import { labelNumber, openTouchBook, type TouchBook } from '@ensemble/engine/attribution/touch-book.ts'
import { type Numbered, numbered } from './numbered.ts'
import type { Outcome } from './read-outcomes.ts'
import { DIMENSIONS, KINDS } from './touch-kinds.ts'

/** An outcome as it stands behind a row of the book's conversions. */
export type KnownDeal = Outcome & { isOtherCurrency: boolean }

/** What is held: every touch and outcome in columns, who belongs to which party, and how far the facts were read. */
export type TouchPast = {
  book: TouchBook
  person: Numbered
  labels: Numbered[]
  channelOf: (number | null)[]
  none: number[]
  /** By number of the person. */
  people: string[]
  partyOf: Int32Array
  /** Numbers of parties: accounts and people alone. */
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
  const people: string[] = []
  return {
    book,
    person: numbered((bytes) => people.push(uuidOf(bytes)) - 1),
    labels: DIMENSIONS.map((_, d) => numbered((bytes) => labelNumber(book, d, bytes.toString('utf8')))),
    channelOf: KINDS.map(([, { channel }]) => (channel === null ? null : labelNumber(book, 0, channel))),
    none: DIMENSIONS.map((_, d) => labelNumber(book, d, NONE)),
    people,
    partyOf: new Int32Array(1024).fill(-1),
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
  return past.person.numberOf(Buffer.from(personId.replaceAll('-', ''), 'hex'), 0, 16)
}

/** Puts a person into the party of their account, or into one of their own. */
export function joinParty(past: TouchPast, person: number, accountId: string | null, segment: string | null): number {
  if (person >= past.partyOf.length) {
    const wider = new Int32Array(Math.max(person + 1, past.partyOf.length * 2)).fill(-1)
    wider.set(past.partyOf)
    past.partyOf = wider
  }
  const key = accountId ?? past.people[person] ?? ''
  let party = past.partyNumber.get(key)
  if (party === undefined) {
    party = past.peopleOf.length
    past.partyNumber.set(key, party)
    past.peopleOf.push([])
    past.segmentOf.push(null)
  }
  past.partyOf[person] = party
  past.peopleOf[party]?.push(person)
  past.segmentOf[party] = segment ?? past.segmentOf[party] ?? null
  return party
}
