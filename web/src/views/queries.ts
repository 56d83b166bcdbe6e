import { queryOptions } from '@tanstack/react-query'
import { api, take } from '../api/client.ts'
import type { Schemas } from '../api/types.ts'

export type SavedView = Schemas['SavedView']
export type ViewPage = SavedView['page']

/** Every view this person can open, of every page. */
export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: ({ signal }) => take(api.GET('/api/views', { signal })),
  staleTime: 5 * 60_000,
})
