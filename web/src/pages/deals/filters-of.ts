import type { DealFilters, DealsSearch } from './search.ts'

const NONE: ReadonlySet<string> = new Set(['sort', 'column', 'person', 'deal'])

/** The filters of an address that are set, as the API takes them. */
export function filtersOf(search: DealsSearch, me: string): DealFilters {
  const { owner, ...rest } = search
  const set = Object.entries(rest).filter(([key, value]) => value !== undefined && !NONE.has(key))
  return { ...Object.fromEntries(set), ...(owner === undefined ? {} : { owner: owner === 'me' ? me : owner }) }
}

/** True when the address narrows the list down; the pipeline alone is a place, not a filter. */
export function isFiltered(search: DealsSearch): boolean {
  return Object.entries(search).some(([key, value]) => value !== undefined && key !== 'pipeline' && !NONE.has(key))
}
