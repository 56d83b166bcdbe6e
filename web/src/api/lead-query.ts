import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, take } from './client.ts'
import type { FactSide } from './types.ts'

/** One person with their leads. */
export function leadQuery(personId: string) {
  return queryOptions({
    queryKey: ['lead', personId],
    queryFn: ({ signal }) => take(api.GET('/api/people/{personId}', { params: { path: { personId } }, signal })),
    staleTime: 15_000,
  })
}

/** A person's story, newest first, page by page. */
export function storyQuery(personId: string, side?: FactSide | undefined, limit = 50) {
  return infiniteQueryOptions({
    queryKey: ['lead', personId, 'story', side ?? 'all', limit],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/people/{personId}/story', {
          params: {
            path: { personId },
            query: {
              limit,
              ...(side === undefined ? {} : { side }),
              ...(pageParam === '' ? {} : { after: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 15_000,
  })
}
