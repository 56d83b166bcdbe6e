import { oneOf, type RawSearch, text } from '../../search.ts'

export const FEEDBACK_OF = ['all', 'mine', 'open', 'answered', 'late', 'closed'] as const
export type FeedbackOf = (typeof FEEDBACK_OF)[number]
export type FeedbackSearch = { of?: FeedbackOf | undefined; campaign?: string | undefined }

/** What the page of feedback keeps in its address. */
export function parseFeedbackSearch(raw: RawSearch): FeedbackSearch {
  return { of: oneOf(raw.of, FEEDBACK_OF), campaign: text(raw.campaign) }
}
