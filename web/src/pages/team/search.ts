import { type RawSearch, text } from '../../search.ts'

/** `person` is the colleague whose panel is open. */
export type TeamSearch = { person?: string | undefined }

/** Reads the address of the page. */
export function parseTeamSearch(raw: RawSearch): TeamSearch {
  return { person: text(raw.person) }
}
