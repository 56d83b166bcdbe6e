import { queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Answered } from '../../api/types.ts'

export type Website = Answered<'getWebsite'>
export type ArrivedEvent = Website['events'][number]

/** Asked again every two seconds while somebody looks: does my site send? */
export const websiteQuery = queryOptions({
  queryKey: ['website'],
  queryFn: ({ signal }) => take(api.GET('/api/website', { signal })),
  refetchInterval: 2_000,
})
