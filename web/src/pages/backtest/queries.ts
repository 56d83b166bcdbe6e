import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Answered, Schemas } from '../../api/types.ts'
import type { RowsShown } from './search.ts'

export type Backtest = Answered<'getBacktest'>
export type Report = Schemas['BacktestReport']
export type Figures = Schemas['BacktestFigures']
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
