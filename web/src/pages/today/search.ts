import { type RawSearch, text } from '../../search.ts'

export type TodaySearch = {
  /** `me` when absent; `nobody`, `all`, or the id of a colleague. */
  owner?: string | undefined
  /** The lead whose detail is open. */
  lead?: string | undefined
}

/** What Today keeps in its address. */
export function parseTodaySearch(raw: RawSearch): TodaySearch {
  return { owner: text(raw.owner), lead: text(raw.lead) }
}
