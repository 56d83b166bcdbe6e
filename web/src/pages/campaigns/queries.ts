import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Answered, Schemas } from '../../api/types.ts'
import type { CampaignsSearch } from './search.ts'

export type CampaignRow = Schemas['CampaignRow']
export type CampaignView = Schemas['CampaignView']
export type CostImport = Schemas['CostImport']
export type ChannelRule = Schemas['ChannelRule']
export type UnclaimedName = Answered<'listUnclaimedNames'>['names'][number]

type Asking = { pageParam: string | null; signal: AbortSignal }
const FIRST: string | null = null

export const campaignsQuery = (search: CampaignsSearch) =>
  queryOptions({
    queryKey: ['campaigns', 'list', search],
    queryFn: ({ signal }) => take(api.GET('/api/campaigns', { params: { query: search }, signal })),
    placeholderData: keepPreviousData,
  })

export const unclaimedQuery = queryOptions({
  queryKey: ['campaigns', 'unclaimed'],
  queryFn: ({ signal }) => take(api.GET('/api/unclaimed-campaigns', { signal })),
})

export const campaignQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', 'one', campaignId],
    queryFn: ({ signal }) => take(api.GET('/api/campaigns/{campaignId}', { params: { path: { campaignId } }, signal })),
  })

export const daysQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', 'days', campaignId],
    queryFn: ({ signal }) =>
      take(api.GET('/api/campaigns/{campaignId}/days', { params: { path: { campaignId } }, signal })),
  })

export const leadsQuery = (campaignId: string) =>
  infiniteQueryOptions({
    queryKey: ['campaigns', 'leads', campaignId],
    queryFn: ({ pageParam, signal }: Asking) =>
      take(
        api.GET('/api/campaigns/{campaignId}/leads', {
          params: { path: { campaignId }, query: { limit: 10, ...(pageParam === null ? {} : { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: (page) => page.next,
  })

export const touchesQuery = (campaignId: string) =>
  infiniteQueryOptions({
    queryKey: ['campaigns', 'touches', campaignId],
    queryFn: ({ pageParam, signal }: Asking) =>
      take(
        api.GET('/api/campaigns/{campaignId}/touches', {
          params: { path: { campaignId }, query: { limit: 10, ...(pageParam === null ? {} : { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: (page) => page.next,
  })

/** Under `queue`: every event of a lead asks again. */
export const saidQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['queue', 'feedback', 'campaign', campaignId],
    queryFn: ({ signal }) => take(api.GET('/api/feedback', { params: { query: { campaignId, limit: 50 } }, signal })),
  })

export const invoicesQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', 'invoices', campaignId],
    queryFn: ({ signal }) => take(api.GET('/api/invoices', { params: { query: { campaignId } }, signal })),
  })

export const costImportsQuery = queryOptions({
  queryKey: ['campaigns', 'cost imports'],
  queryFn: ({ signal }) => take(api.GET('/api/cost-imports', { signal })),
})

export const costsByChannelQuery = queryOptions({
  queryKey: ['campaigns', 'costs by channel'],
  queryFn: ({ signal }) => take(api.GET('/api/costs', { params: { query: { by: 'channel' } }, signal })),
})

export const ratesQuery = queryOptions({
  queryKey: ['campaigns', 'rates'],
  queryFn: ({ signal }) => take(api.GET('/api/currency-rates', { signal })),
})

const RUNNING_MS = 1_000

export const rulesQuery = queryOptions({
  queryKey: ['campaigns', 'channel rules'],
  queryFn: ({ signal }) => take(api.GET('/api/channel-rules', { signal })),
  refetchInterval: ({ state }) =>
    state.data?.run?.status === 'running' || state.data?.run?.status === 'queued' ? RUNNING_MS : false,
})

export const codesQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', 'codes', campaignId],
    queryFn: ({ signal }) =>
      take(api.GET('/api/campaigns/{campaignId}/codes', { params: { path: { campaignId } }, signal })),
  })
