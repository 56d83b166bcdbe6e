import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Answered, Schemas } from '../../api/types.ts'
import type { DealFilters, DealsSearch, ReportSearch } from './search.ts'

export type DealRow = Schemas['DealRow']
export type DealSum = Schemas['DealSum']
export type Evidence = Schemas['DealEvidence']
export type DealDocument = Schemas['DealDocument']
export type DealView = Answered<'getDeal'>
export type Board = Answered<'getDealBoard'>
export type BoardColumn = Board['columns'][number]
export type DealSettings = Answered<'getDealSettings'>
export type Forecast = Answered<'getForecast'>
export type WinLoss = Answered<'getWinLoss'>
/** What names a deal: ids are unique within a person. */
export type DealKey = { personId: string; id: string }

type Sort = NonNullable<DealsSearch['sort']>

const CARDS = 50
const ROWS = 100

export const settingsQuery = queryOptions({
  queryKey: ['deals', 'settings'],
  queryFn: ({ signal }) => take(api.GET('/api/pipelines', { signal })),
  staleTime: 5 * 60_000,
})

export const boardQuery = (filters: DealFilters, sort: Sort) =>
  queryOptions({
    queryKey: ['deals', 'board', filters, sort],
    queryFn: ({ signal }) =>
      take(api.GET('/api/deal-board', { params: { query: { ...filters, sort, limit: CARDS } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  })

/** Deals by keyset, from a mark on: any depth costs the same. */
export const dealsQuery = (filters: DealFilters, sort: Sort, after = '') =>
  infiniteQueryOptions({
    queryKey: ['deals', 'rows', filters, sort, after],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/deals', {
          params: { query: { ...filters, sort, limit: ROWS, ...(pageParam === '' ? {} : { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: after,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })

export const sumsQuery = (filters: DealFilters) =>
  queryOptions({
    queryKey: ['deals', 'sums', filters],
    queryFn: ({ signal }) => take(api.GET('/api/deal-sums', { params: { query: filters }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })

export const dealQuery = ({ personId, id }: DealKey) =>
  queryOptions({
    queryKey: ['deals', 'one', personId, id],
    queryFn: ({ signal }) =>
      take(api.GET('/api/people/{personId}/deals/{dealId}', { params: { path: { personId, dealId: id } }, signal })),
    staleTime: 10_000,
  })

export const forecastQuery = (search: ReportSearch) =>
  queryOptions({
    queryKey: ['deals', 'forecast', search],
    queryFn: ({ signal }) =>
      take(api.GET('/api/forecast', { params: { query: { pipeline: search.pipeline, owner: search.owner } }, signal })),
    placeholderData: keepPreviousData,
  })

export const winLossQuery = (search: ReportSearch) =>
  queryOptions({
    queryKey: ['deals', 'win and loss', search],
    queryFn: ({ signal }) => take(api.GET('/api/win-loss', { params: { query: search }, signal })),
    placeholderData: keepPreviousData,
  })
