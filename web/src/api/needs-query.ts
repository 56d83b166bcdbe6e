import { queryOptions } from '@tanstack/react-query'
import { api, take } from './client.ts'

/** What somebody needs, and may need. */
export function needsQuery(personId: string) {
  return queryOptions({
    queryKey: ['lead', personId, 'needs'],
    queryFn: ({ signal }) => take(api.GET('/api/people/{personId}/needs', { params: { path: { personId } }, signal })),
    staleTime: 15_000,
  })
}

/** What to say to somebody now. */
export function messagesForQuery(personId: string) {
  return queryOptions({
    queryKey: ['lead', personId, 'messages'],
    queryFn: ({ signal }) =>
      take(api.GET('/api/people/{personId}/messages', { params: { path: { personId } }, signal })),
    staleTime: 15_000,
  })
}

/** The catalogue of needs. */
export const needTopicsQuery = queryOptions({
  queryKey: ['needTopics'],
  queryFn: ({ signal }) => take(api.GET('/api/needs/topics', { signal })),
  staleTime: 60_000,
})
