import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Answered } from '../../api/types.ts'

export type Duplicate = Answered<'listDuplicates'>['rows'][number]
export type Preview = Answered<'previewMerge'>
export type MergeField = Preview['fields'][number]['field']
export type Side = 'from' | 'into'

export const duplicatesQuery = infiniteQueryOptions({
  queryKey: ['duplicates'],
  queryFn: ({ signal, pageParam }) =>
    take(
      api.GET('/api/duplicates', {
        params: { query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
})

export const previewQuery = (into: string, from: string) =>
  queryOptions({
    queryKey: ['duplicates', 'preview', into, from],
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/people/{personId}/merge-preview', {
          params: { path: { personId: into }, query: { from } },
          signal,
        }),
      ),
  })
