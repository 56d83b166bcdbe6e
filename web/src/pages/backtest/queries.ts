import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Answered, Schemas } from '../../api/types.ts'
import type { Language } from '../../i18n/languages.ts'
import type { RowsShown } from './search.ts'

export type Backtest = Answered<'getBacktest'>
export type Report = Schemas['BacktestReport']
export type LiveReport = Schemas['LiveReport']
export type Figures = Schemas['BacktestFigures']
export type Segment = Backtest['segment']
export type Trait = Answered<'listBacktestSegments'>['traits'][number]['name']
export type Try = Answered<'listSameDraft'>['tries'][number]
export type BacktestLead = Answered<'listBacktestLeads'>['leads'][number]

const LOOK_EVERY_MS = 2_000

/** One try on the past. The live stream tells of its progress; should that be away, it is looked at now and then. */
export function backtestQuery(backtestId: string) {
  return queryOptions({
    queryKey: ['backtests', backtestId],
    queryFn: ({ signal }) => take(api.GET('/api/backtests/{backtestId}', { params: { path: { backtestId } }, signal })),
    refetchInterval: ({ state: { data } }) =>
      data === undefined || data.status === 'queued' || data.status === 'running' ? LOOK_EVERY_MS : false,
  })
}

/** What the leads of a period can be told apart by. */
export function segmentsQuery(from: string, to: string) {
  return queryOptions({
    queryKey: ['backtest segments', from, to],
    queryFn: ({ signal }) => take(api.GET('/api/backtests/segments', { params: { query: { from, to } }, signal })),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })
}

/** Whether the condition of a segment can be read, and what it says. */
export function conditionQuery(when: string, language: Language) {
  return queryOptions({
    queryKey: ['backtest condition', when, language],
    queryFn: ({ signal }) =>
      take(api.POST('/api/backtests/conditions', { params: { query: { language } }, body: { when }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** The tries of the same text on other leads. */
export function sameDraftQuery(backtestId: string) {
  return queryOptions({
    queryKey: ['backtests', backtestId, 'same draft'],
    queryFn: ({ signal }) =>
      take(api.GET('/api/backtests/{backtestId}/same-draft', { params: { path: { backtestId } }, signal })),
  })
}

const FIRST: string | null = null

/** The leads behind one number, page by page. */
export function backtestLeadsQuery(backtestId: string, { number, grade, seller }: RowsShown) {
  const asked = {
    number,
    ...(grade === undefined ? {} : { grade }),
    ...(seller === undefined ? {} : { seller }),
  }
  return infiniteQueryOptions({
    queryKey: ['backtest leads', backtestId, asked],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/backtests/{backtestId}/leads', {
          params: {
            path: { backtestId },
            query: { ...asked, limit: 50, ...(pageParam === null ? {} : { after: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: (page) => page.next,
  })
}
