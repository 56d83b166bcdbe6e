import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Answered } from '../../api/types.ts'
import type { TodaySearch } from './search.ts'

export type ClockRow = Answered<'listClocks'>['clocks'][number]
export type Load = Answered<'getLoad'>
export type LoadPerson = Load['people'][number]

const FIRST: string | null = null
/** Time passes without any event: what is late now was not a minute ago. */
const LOOK_MS = 30_000

/** The running clocks of the team, soonest due first. Under `queue`: every event of a lead asks again. */
export function clocksQuery({ of = 'all', team, clause, owner }: TodaySearch) {
  const query = {
    of,
    ...(team === undefined ? {} : { team }),
    ...(clause === undefined ? {} : { clause }),
    ...(owner === undefined ? {} : { owner }),
    limit: 100,
  }
  return infiniteQueryOptions({
    queryKey: ['queue', 'clocks', query],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/clocks', {
          params: { query: { ...query, ...(pageParam === null ? {} : { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_MS,
  })
}

/** Who has how much. The language is a part of the key: clauses come in words. */
export function loadQuery(team: string | undefined, language: string) {
  return queryOptions({
    queryKey: ['queue', 'load', team, language],
    queryFn: ({ signal }) =>
      take(api.GET('/api/clocks/load', { params: { query: team === undefined ? {} : { team } }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_MS,
  })
}

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: ({ signal }) => take(api.GET('/api/teams', { signal })),
})
