import { queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Answered, Schemas } from '../../api/types.ts'

export type Purpose = Schemas['Purpose']
export type Consent = Answered<'getConsents'>['consents'][number]
export type RetentionRule = Answered<'listRetention'>['rules'][number]
export type Merge = Answered<'listMerges'>['merges'][number]

export const consentsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['lead', personId, 'consents'],
    queryFn: ({ signal }) =>
      take(api.GET('/api/people/{personId}/consents', { params: { path: { personId } }, signal })),
  })

export const mergesQuery = (personId: string) =>
  queryOptions({
    queryKey: ['lead', personId, 'merges'],
    queryFn: ({ signal }) => take(api.GET('/api/people/{personId}/merges', { params: { path: { personId } }, signal })),
  })

export const erasureQuery = (personId: string) =>
  queryOptions({
    queryKey: ['lead', personId, 'erasure'],
    queryFn: ({ signal }) =>
      take(api.GET('/api/people/{personId}/erasure', { params: { path: { personId } }, signal })),
  })

export const purposesQuery = queryOptions({
  queryKey: ['privacy', 'purposes'],
  queryFn: ({ signal }) => take(api.GET('/api/privacy/purposes', { signal })),
})

export const retentionQuery = queryOptions({
  queryKey: ['privacy', 'retention'],
  queryFn: ({ signal }) => take(api.GET('/api/privacy/retention', { signal })),
})

export const previewQuery = (rule: RetentionRule['rule'], months: number) =>
  queryOptions({
    queryKey: ['privacy', 'retention', rule, months],
    queryFn: ({ signal }) =>
      take(api.GET('/api/privacy/retention/preview', { params: { query: { rule, months } }, signal })),
  })

export const logQuery = queryOptions({
  queryKey: ['privacy', 'log'],
  queryFn: ({ signal }) => take(api.GET('/api/privacy/log', { signal })),
})
