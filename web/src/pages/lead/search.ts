import { oneOf, type RawSearch } from '../../search.ts'

export const SIDES = ['prospect', 'marketing', 'sales', 'deal', 'identity', 'time'] as const

export type LeadSearch = {
  /** Whose part of the story is shown; all of it when absent. */
  side?: (typeof SIDES)[number] | undefined
}

/** What a lead's page keeps in its address. */
export function parseLeadSearch(raw: RawSearch): LeadSearch {
  return { side: oneOf(raw.side, SIDES) }
}
