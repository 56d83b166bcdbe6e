import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { PeopleSearch } from './search.ts'

const PAGE = 100

/** The filters of an address, only those that are set. */
export function filtersOf(search: PeopleSearch): PeopleSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))
}

/** The leads behind an address, page by page by keyset: any depth costs the same. */
export function peopleQuery(search: PeopleSearch) {
  const query = filtersOf(search)
  return infiniteQueryOptions({
    queryKey: ['leads', query],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/leads', {
          params: { query: { ...query, limit: PAGE, ...(pageParam === '' ? {} : { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  })
}
