import { queryOptions } from '@tanstack/react-query'
import { api, take } from '../../../api/client.ts'
import type { Answered, Schemas } from '../../../api/types.ts'
import type { Language } from '../../../i18n/languages.ts'
import type { Segment } from '../../backtest/queries.ts'

export type Part = Schemas['AgreementPart']
export type Edit = Schemas['AgreementEdit']
export type Edited = Answered<'editAgreement'>
export type Vocabulary = Answered<'getVocabulary'>
export type Field = Vocabulary['who'][number]
export type Rows = Schemas['ConditionRows']
export type Row = Schemas['ConditionRow']
export type Group = Schemas['ConditionGroup']
export type Thread = Answered<'listThreads'>['threads'][number]
export type Path = Part['path']

/** Makes changes in a text and says what came of it. */
export function edit(
  language: Language,
  body: { document: string; edits: Edit[]; names: string[] },
  signal?: AbortSignal,
): Promise<Edited> {
  return take(
    api.POST('/api/agreements/edits', {
      params: { query: { language } },
      body,
      ...(signal === undefined ? {} : { signal }),
    }),
  )
}

export function vocabularyQuery(language: Language) {
  return queryOptions({
    queryKey: ['agreements', 'vocabulary', language],
    queryFn: () => take(api.GET('/api/agreements/vocabulary', { params: { query: { language } } })),
    staleTime: 300_000,
  })
}

/** The JSON Schema of the document: what may stand where, also what this page has no form for. */
export const schemaQuery = queryOptions({
  queryKey: ['agreement schema'],
  queryFn: () => take(api.GET('/api/agreement-schema.json')),
  staleTime: Number.POSITIVE_INFINITY,
})

/** What I wrote on a version before and did not save; asked once, when the page opens. */
export function workQuery(version: number) {
  return queryOptions({
    queryKey: ['agreement work', version],
    queryFn: () => take(api.GET('/api/agreements/{version}/work', { params: { path: { version } } })),
    gcTime: 0,
    staleTime: 0,
  })
}

export function threadsQuery(version: number) {
  return queryOptions({
    queryKey: ['agreements', version, 'threads'],
    queryFn: () => take(api.GET('/api/agreements/{version}/threads', { params: { path: { version } } })),
  })
}

/** What a text would have done with some leads of the past. A newer text drops the question before. */
export function liveQuery(document: string, asked: { from: string; to: string; segment: Segment }) {
  return queryOptions({
    queryKey: ['agreement live', document, asked],
    queryFn: ({ signal }) => take(api.POST('/api/backtests/live', { body: { document, ...asked }, signal })),
    staleTime: 120_000,
    gcTime: 120_000,
    retry: false,
  })
}
