import { oneOf, type RawSearch, text } from '../../../search.ts'

export const PANES = ['clauses', 'effect', 'yaml', 'review', 'changes'] as const
export type Pane = (typeof PANES)[number]

/** `pane` is what stands beside the clauses; `at` is the clause chosen. */
export type DraftSearch = { pane?: Pane | undefined; at?: string | undefined }

/** Reads the address of the page. */
export function parseDraftSearch(raw: RawSearch): DraftSearch {
  return { pane: oneOf(raw.pane, PANES), at: text(raw.at) }
}
