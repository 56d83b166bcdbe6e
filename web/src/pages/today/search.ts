import { oneOf, type RawSearch, text } from '../../search.ts'

export type TodaySearch = {
  /** `me` when absent; `nobody`, `all`, or the id of a colleague. */
  owner?: string | undefined
  /** The lead whose detail is open. */
  lead?: string | undefined
  /** What runs out next in the whole team, for managers. */
  view?: 'team' | undefined
  of?: TeamOf | undefined
  team?: string | undefined
  clause?: string | undefined
}

export const TEAM_OF = ['all', 'late', 'running', 'away', 'asked'] as const
export type TeamOf = (typeof TEAM_OF)[number]

/** What Today keeps in its address. */
export function parseTodaySearch(raw: RawSearch): TodaySearch {
  return {
    owner: text(raw.owner),
    lead: text(raw.lead),
    view: oneOf(raw.view, ['team'] as const),
    of: oneOf(raw.of, TEAM_OF),
    team: text(raw.team),
    clause: text(raw.clause),
  }
}
