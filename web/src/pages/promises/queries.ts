import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { PromisesSearch, RowsOf } from './search.ts'

const MINUTE_MS = 60_000

/** What the board is asked: the period and the segment of the address. */
function questionOf({ period = 'week', from, to, person, team, channel, grade }: PromisesSearch) {
  const given = { from, to, person, team, channel, grade }
  const known = Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return { period, ...Object.fromEntries(known) }
}

/** The board. The language is a part of the key: sentences come in words. Numbers move with every lead, so it looks again. */
export function boardQuery(search: PromisesSearch, language: string) {
  const query = questionOf(search)
  return queryOptions({
    queryKey: ['promises', query, language],
    queryFn: ({ signal }) => take(api.GET('/api/promises', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: MINUTE_MS,
  })
}

export const todayQuery = queryOptions({
  queryKey: ['promises', 'today'],
  queryFn: ({ signal }) => take(api.GET('/api/promises/today', { signal })),
  refetchInterval: MINUTE_MS,
})

const FIRST: string | null = null

/** The leads behind one number, page by page. */
export function promiseRowsQuery(search: PromisesSearch, { of, clock, letter, whose }: RowsOf) {
  const query = {
    ...questionOf(whose === undefined ? search : { ...search, person: whose }),
    of,
    ...(clock === undefined ? {} : { clock }),
    ...(letter === undefined ? {} : { letter }),
    limit: 50,
  }
  return infiniteQueryOptions({
    queryKey: ['promises', 'rows', query],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/promises/rows', {
          params: { query: { ...query, ...(pageParam === null ? {} : { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: (page) => page.next,
  })
}
