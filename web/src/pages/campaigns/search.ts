import { oneOf, type RawSearch, text } from '../../search.ts'

export const TACTICS = ['viral', 'brand', 'relationship', 'advertising', 'direct mail', 'event', 'other'] as const
export const STATES = ['current', 'planned', 'running', 'ended', 'archived', 'all'] as const
export const SORTS = ['start', 'name', 'spend', 'leads', 'won', 'budget'] as const

export type CampaignsSearch = {
  search?: string | undefined
  tactic?: (typeof TACTICS)[number] | undefined
  state?: (typeof STATES)[number] | undefined
  sort?: (typeof SORTS)[number] | undefined
}

/** Reads the address of the list. */
export function parseCampaignsSearch(raw: RawSearch): CampaignsSearch {
  return {
    search: text(raw.search),
    tactic: oneOf(raw.tactic, TACTICS),
    state: oneOf(raw.state, STATES),
    sort: oneOf(raw.sort, SORTS),
  }
}
