import { oneOf, type RawSearch } from '../../search.ts'
import { parseStorySearch, type StorySearch } from '../../story/story-search.ts'

export const ACCOUNT_PANES = ['group', 'story'] as const

export type AccountSearch = StorySearch & {
  /** What a phone shows of the page. */
  pane?: (typeof ACCOUNT_PANES)[number] | undefined
}

/** What the page of a company keeps in its address. */
export function parseAccountSearch(raw: RawSearch): AccountSearch {
  const story = parseStorySearch(raw)
  return { ...story, pane: oneOf(raw.pane, ACCOUNT_PANES) ?? (story.fact === undefined ? undefined : 'story') }
}
