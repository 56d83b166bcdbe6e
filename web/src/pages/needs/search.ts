import { oneOf, type RawSearch, text } from '../../search.ts'

export const BY = ['all', 'segment', 'campaign'] as const

export type NeedsSearch = {
  by?: (typeof BY)[number] | undefined
  /** The need of the catalogue that is open, or `new`. */
  topic?: string | undefined
}

/** What the page of needs keeps in its address. */
export function parseNeedsSearch(raw: RawSearch): NeedsSearch {
  return { by: oneOf(raw.by, BY), topic: text(raw.topic) }
}
