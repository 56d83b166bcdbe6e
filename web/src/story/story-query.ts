import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, take } from '../api/client.ts'
import type { StorySearch } from './story-search.ts'

/** Whose story: one person's, or everybody's of a company. */
export type StoryOf = { personId: string } | { accountId: string }

const PAGE = 60

/** Begins the queries about a story, so that live events refresh it. */
export function storyKey(of: StoryOf): readonly string[] {
  return 'personId' in of ? ['lead', of.personId] : ['account', of.accountId]
}

function asked({ side, kind, actor, person, q, until, fact }: StorySearch) {
  return {
    ...(side === undefined ? {} : { side }),
    ...(kind === undefined ? {} : { kind }),
    ...(actor === undefined ? {} : { actor }),
    ...(person === undefined ? {} : { person }),
    ...(q === undefined ? {} : { text: q }),
    ...(fact === undefined ? {} : { fact }),
    ...(until === undefined ? {} : { until: new Date(`${until}T23:59:59.999`).toISOString() }),
  }
}

/** A story, newest first, page by page. */
export function wholeStoryQuery(of: StoryOf, search: StorySearch) {
  const query = asked(search)
  return infiniteQueryOptions({
    queryKey: [...storyKey(of), 'story', 'whole', query],
    queryFn: ({ pageParam, signal }) => {
      const wish = { limit: PAGE, ...query, ...(pageParam === '' ? {} : { after: pageParam }) }
      if ('accountId' in of)
        return take(
          api.GET('/api/accounts/{accountId}/story', {
            params: { path: { accountId: of.accountId }, query: wish },
            signal,
          }),
        )
      const { person: _, ...own } = wish
      return take(
        api.GET('/api/people/{personId}/story', { params: { path: { personId: of.personId }, query: own }, signal }),
      )
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 15_000,
  })
}

/** Notes that one looks now, once a visit of the page; tells when one looked before. */
export function lookQuery(of: StoryOf) {
  return queryOptions({
    queryKey: ['look', ...storyKey(of)],
    queryFn: () =>
      'accountId' in of
        ? take(api.PUT('/api/accounts/{accountId}/look', { params: { path: { accountId: of.accountId } } }))
        : take(api.PUT('/api/people/{personId}/look', { params: { path: { personId: of.personId } } })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  })
}
