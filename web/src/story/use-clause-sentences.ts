import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, take } from '../api/client.ts'
import { currentLanguage } from '../i18n/i18n.ts'

function sentencesQuery(language: 'en' | 'fr') {
  return queryOptions({
    queryKey: ['agreements', 'sentences', language],
    queryFn: () =>
      take(api.GET('/api/agreements/{version}', { params: { path: { version: 'current' }, query: { language } } })),
    staleTime: 10 * 60_000,
    select: (agreement) => new Map(agreement.clauses.map((clause) => [clause.clause, clause.sentence])),
  })
}

const NONE: ReadonlyMap<string, string> = new Map()

/** The clauses of the agreement in force as sentences. */
export function useClauseSentences(): ReadonlyMap<string, string> {
  return useQuery(sentencesQuery(currentLanguage())).data ?? NONE
}
