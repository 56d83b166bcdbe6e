import { oneOf, type RawSearch, text } from '../../search.ts'

export const TABS = ['introductions', 'ties', 'cards'] as const

export type NetworkingSearch = {
  tab?: (typeof TABS)[number] | undefined
  /** The event that is open; "+" for a new one. */
  event?: string | undefined
}

/** Reads the address of the page of networking. */
export function parseNetworkingSearch(raw: RawSearch): NetworkingSearch {
  return { tab: oneOf(raw.tab, TABS), event: text(raw.event) }
}
