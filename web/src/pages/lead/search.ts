import { oneOf, type RawSearch } from '../../search.ts'
import { parseStorySearch, type StorySearch } from '../../story/story-search.ts'

export const PANES = ['now', 'story', 'facts'] as const
export type Pane = (typeof PANES)[number]

export type LeadSearch = StorySearch & {
  /** What a phone shows of the page; beside each other on a wide screen. */
  pane?: Pane | undefined
}

/** What a lead's page keeps in its address. */
export function parseLeadSearch(raw: RawSearch): LeadSearch {
  const story = parseStorySearch(raw)
  return { ...story, pane: oneOf(raw.pane, PANES) ?? (story.fact === undefined ? undefined : 'story') }
}
