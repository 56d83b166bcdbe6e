import { labelNumber, openTouchBook, type TouchBook } from '@ensemble/engine/attribution/touch-book.ts'
import { type HeardFrom, heardNothing } from './heard-from.ts'
import { type Mentions, noMentions } from './mentions.ts'
import { type Numbered, numbered } from './numbered.ts'
import { type NumberedIds, numberedIds } from './numbered-ids.ts'
import { noOutcomes, type Outcomes } from './outcomes.ts'
import { noParties, type Parties } from './parties.ts'
import { DIMENSIONS, KINDS } from './touch-kinds.ts'

/** What is held: every touch and outcome in columns, who belongs to which party, and how far the facts were read. */
export type TouchPast = {
  book: TouchBook
  /** People by number. */
  person: NumberedIds
  labels: Numbered[]
  channelOf: (number | null)[]
  none: number[]
  parties: Parties
  outcomes: Outcomes
  mentions: Mentions
  heard: HeardFrom
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
    parties: noParties(),
    outcomes: noOutcomes(currency),
    mentions: noMentions(),
    heard: heardNothing(),
    currency,
    readUntilMs: 0,
    lately: new Map(),
    mark,
    version: 0,
  }
}

export function numberOfPerson(past: TouchPast, personId: string): number {
  return past.person.numberOf(Buffer.from(personId.replaceAll('-', ''), 'hex'), 0)
}
