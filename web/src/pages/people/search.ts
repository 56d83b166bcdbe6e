import { day, oneOf, type RawSearch, text } from '../../search.ts'

export const STAGES = ['inquiry', 'qualified', 'accepted', 'contacted', 'opportunity', 'won'] as const
export const OUTCOMES = ['open', 'won', 'lost', 'rejected', 'disqualified', 'recycled', 'expired'] as const

/** What People keeps in its address: exactly what the API filters by. */
export type PeopleSearch = {
  sort?: 'newest' | 'hottest' | undefined
  stage?: (typeof STAGES)[number] | undefined
  outcome?: (typeof OUTCOMES)[number] | undefined
  owner?: string | undefined
  channel?: string | undefined
  openedFrom?: string | undefined
  openedTo?: string | undefined
}

export function parsePeopleSearch(raw: RawSearch): PeopleSearch {
  return {
    sort: oneOf(raw.sort, ['newest', 'hottest']),
    stage: oneOf(raw.stage, STAGES),
    outcome: oneOf(raw.outcome, OUTCOMES),
    owner: text(raw.owner),
    channel: text(raw.channel),
    openedFrom: day(raw.openedFrom),
    openedTo: day(raw.openedTo),
  }
}
