import type { DealFilters } from './search.ts'

/** Where the list, as it is filtered, is had as a table for a spreadsheet. */
export function csvAddress(filters: DealFilters, sort: string): string {
  const query = new URLSearchParams({ sort })
  for (const [key, value] of Object.entries(filters)) if (value !== undefined) query.set(key, value)
  return `/api/deals.csv?${query}`
}
