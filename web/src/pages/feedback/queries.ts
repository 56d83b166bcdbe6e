import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Answered } from '../../api/types.ts'
import type { FeedbackSearch } from './search.ts'

export type FeedbackRow = Answered<'listFeedback'>['feedback'][number]
export type FeedbackCounts = Answered<'getFeedbackCounts'>

const FIRST: string | null = null
const LOOK_MS = 60_000

/** Feedback with its answers, newest first. Under `queue`: every event of a lead asks again. */
export function feedbackQuery({ of = 'all', campaign }: FeedbackSearch) {
  const query = { of, ...(campaign === undefined ? {} : { campaign }), limit: 50 }
  return infiniteQueryOptions({
    queryKey: ['queue', 'feedback', query],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/feedback', {
          params: { query: { ...query, ...(pageParam === null ? {} : { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
}

export function countsQuery(language: string) {
  return queryOptions({
    queryKey: ['queue', 'feedback counts', language],
    queryFn: ({ signal }) => take(api.GET('/api/feedback/counts', { signal })),
    refetchInterval: LOOK_MS,
  })
}
