import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Answered, Schemas } from '../../api/types.ts'
import type { Language } from '../../i18n/languages.ts'
import { serverNow } from '../../ui/clock.ts'

export type Agreement = Answered<'getAgreement'>
export type AgreementSummary = Answered<'listAgreements'>['agreements'][number]
export type ClauseSentence = Schemas['ClauseSentence']
export type ClauseView = Agreement['clauses'][number]

/** A version that everybody has signed comes into force by the clock alone: nothing tells the screen, so it looks again. */
function msUntilInForce({ status, inForceFrom }: Pick<AgreementSummary, 'status' | 'inForceFrom'>): number | false {
  if (status !== 'draft' || inForceFrom === null) return false
  const leftMs = Date.parse(inForceFrom) - serverNow()
  return leftMs > 60_000 || leftMs < -60_000 ? false : Math.max(500, leftMs + 200)
}

export const versionsQuery = queryOptions({
  queryKey: ['agreements', 'all'],
  queryFn: () => take(api.GET('/api/agreements')),
  refetchInterval: ({ state: { data } }) =>
    data?.agreements.map(msUntilInForce).find((waitMs) => waitMs !== false) ?? false,
})

/** One version, in sentences of a language. `current` is the one in force. */
export function agreementQuery(version: number | 'current', language: Language) {
  return queryOptions({
    queryKey: ['agreements', version, language],
    queryFn: ({ signal }) =>
      take(api.GET('/api/agreements/{version}', { params: { path: { version }, query: { language } }, signal })),
    refetchInterval: ({ state: { data } }) => (data === undefined ? false : msUntilInForce(data)),
  })
}

/** What is wrong with a document that is being written. */
export function checkQuery(document: string, language: Language) {
  return queryOptions({
    queryKey: ['agreement check', document, language],
    queryFn: ({ signal }) =>
      take(api.POST('/api/agreements/checks', { params: { query: { language } }, body: { document }, signal })),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })
}

const FIRST: string | null = null

/** The decisions of one clause, newest first, page by page. */
export function decisionsQuery(version: number, clause: string) {
  return infiniteQueryOptions({
    queryKey: ['agreements', version, 'decisions', clause],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/agreements/{version}/clauses/{clause}/decisions', {
          params: {
            path: { version, clause },
            query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: (page) => page.next,
  })
}
