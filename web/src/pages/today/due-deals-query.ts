import { queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'

/** A few more than Today shows, so that a line that is answered is followed by the next at once. */
const ASKED = 6

/** Deals of one colleague whose next step is due or not stated, the first to close on top. */
export const dueDealsQuery = (owner: string) =>
  queryOptions({
    queryKey: ['deals', 'due', owner],
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/deals', {
          params: { query: { owner, due: 'next step', sort: 'closing', limit: ASKED } },
          signal,
        }),
      ),
    staleTime: 30_000,
    refetchInterval: 5 * 60_000,
  })
