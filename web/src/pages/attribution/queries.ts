import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Asked, Model } from './search.ts'

const KEY = 'attribution'
const PAGE = 50

export function creditsQuery(asked: Asked, model: Model) {
  return queryOptions({
    queryKey: [KEY, 'credits', asked, model],
    queryFn: ({ signal }) => take(api.GET('/api/attribution', { params: { query: { ...asked, model } }, signal })),
    placeholderData: keepPreviousData,
  })
}

/** Intervals take longer than credits: the page shows those first. The verdict comes in words of the language. */
export function doubtQuery(asked: Asked, language: string) {
  return queryOptions({
    queryKey: [KEY, 'doubt', asked, language],
    queryFn: ({ signal }) => take(api.GET('/api/attribution/doubt', { params: { query: asked }, signal })),
  })
}

export function dealsQuery(asked: Asked, model: Model, label: string) {
  return infiniteQueryOptions({
    queryKey: [KEY, 'deals', asked, model, label],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/attribution/deals', {
          params: { query: { ...asked, model, label, skip: pageParam, limit: PAGE } },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (pages.length * PAGE < page.total ? pages.length * PAGE : undefined),
  })
}

export function flowQuery(asked: Asked) {
  return queryOptions({
    queryKey: [KEY, 'flow', asked],
    queryFn: ({ signal }) => take(api.GET('/api/attribution/flow', { params: { query: asked }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function monthsQuery({ from, to, segment }: Asked) {
  const query = { ...(from ? { from } : {}), ...(to ? { to } : {}), ...(segment ? { segment } : {}) }
  return queryOptions({
    queryKey: [KEY, 'months', query],
    queryFn: ({ signal }) => take(api.GET('/api/attribution/months', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function saidQuery({ from, to, level }: Asked) {
  const query = { level, ...(from ? { from } : {}), ...(to ? { to } : {}) }
  return queryOptions({
    queryKey: [KEY, 'said', query],
    queryFn: ({ signal }) => take(api.GET('/api/attribution/self-reported', { params: { query }, signal })),
  })
}

export function returnQuery(
  by: 'campaign' | 'channel',
  model: Model,
  period: { from?: string; to?: string },
  campaignId?: string,
) {
  const query = { by, model, ...period, ...(campaignId === undefined ? {} : { campaignId }) }
  return queryOptions({
    queryKey: [KEY, 'return', query],
    queryFn: ({ signal }) => take(api.GET('/api/attribution/return', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function liftQuery(campaignId: string) {
  return queryOptions({
    queryKey: [KEY, 'lift', campaignId],
    queryFn: ({ signal }) =>
      take(api.GET('/api/campaigns/{campaignId}/lift-tests', { params: { path: { campaignId } }, signal })),
  })
}
