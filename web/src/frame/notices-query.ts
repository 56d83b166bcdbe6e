import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, take } from '../api/client.ts'

export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: () => take(api.GET('/api/notices')),
  staleTime: 60_000,
})

/** How many notices wait to be read. */
export function useUnread(): number {
  return useQuery(noticesQuery).data?.unread ?? 0
}
