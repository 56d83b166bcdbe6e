import { oneOf, type RawSearch } from '../../search.ts'

export const TABS = ['introductions', 'ties', 'cards'] as const

export type NetworkingSearch = { tab?: (typeof TABS)[number] | undefined }

/** Reads the address of the page of networking. */
export function parseNetworkingSearch(raw: RawSearch): NetworkingSearch {
  return { tab: oneOf(raw.tab, TABS) }
}
