import { queryOptions } from '@tanstack/react-query'
import { setServerNow } from '../ui/clock.ts'
import { api, take } from './client.ts'

/** The leads to work, in order. `owner` is `me`, `all`, `nobody` or the id of a colleague. */
export function queueQuery(owner: string) {
  return queryOptions({
    queryKey: ['queue', owner],
    queryFn: async ({ signal }) => {
      const queue = await take(api.GET('/api/queue', { params: { query: { owner, limit: 200 } }, signal }))
      setServerNow(queue.now)
      return queue
    },
    staleTime: 10_000,
    refetchInterval: 5 * 60_000,
  })
}
