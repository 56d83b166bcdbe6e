import { flag, oneOf, type RawSearch, text } from '../../search.ts'

export type CallsSearch = {
  /** The form of a new session is open. */
  make?: true | undefined
  /** For these people: their ids, with commas. */
  people?: string | undefined
  came?: 'all' | undefined
}

export function parseCallsSearch(raw: RawSearch): CallsSearch {
  return { make: flag(raw.make), people: text(raw.people), came: oneOf(raw.came, ['all']) }
}
