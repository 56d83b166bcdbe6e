import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Stage } from '../../api/types.ts'
import type { Cohort } from './cohort.ts'
import type { By } from './search.ts'

/** The cohort by stage and by group. The language is a part of the key: the definition comes in words. */
export function funnelQuery(cohort: Cohort, by: By, language: string) {
  return queryOptions({
    queryKey: ['funnel', cohort.from, cohort.to, by, language],
    queryFn: ({ signal }) => take(api.GET('/api/funnel', { params: { query: { ...cohort, by } }, signal })),
    placeholderData: keepPreviousData,
  })
}

const FIRST: string | null = null

export type RowsOf = { cohort: Cohort; reached: Stage; by: By; key: string | undefined }

/** The leads behind one number, page by page. */
export function funnelRowsQuery({ cohort, reached, by, key }: RowsOf) {
  const group = key === undefined ? {} : { by, key }
  return infiniteQueryOptions({
    queryKey: ['funnel', 'rows', cohort.from, cohort.to, reached, group],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/funnel/rows', {
          params: {
            query: { ...cohort, reached, ...group, limit: 50, ...(pageParam === null ? {} : { after: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: (page) => page.next,
  })
}

/** The newest lead there is: an empty period can then say where the leads are. */
export const newestLeadQuery = queryOptions({
  queryKey: ['leads', 'newest one'],
  queryFn: () => take(api.GET('/api/leads', { params: { query: { sort: 'newest', limit: 1 } } })),
})
