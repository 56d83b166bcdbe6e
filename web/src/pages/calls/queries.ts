import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Answered, Schemas } from '../../api/types.ts'

export type CallSession = Schemas['CallSession']
export type OpenSession = Answered<'getCallSession'>
export type Summary = Schemas['CallSummary']
export type Current = NonNullable<OpenSession['current']>
export type Script = Schemas['CallScript']
export type Filter = Schemas['CallFilter']
export type Plan = Schemas['CallPlan']
export type Hours = Answered<'getBestHours'>
export type Heard = Answered<'getHeardOfUs'>
export type Preview = Answered<'previewCallList'>
export type CallSettings = Answered<'getCallSettings'>

export const sessionsQuery = queryOptions({
  queryKey: ['calls', 'sessions'],
  queryFn: ({ signal }) => take(api.GET('/api/calls/sessions', { signal })),
})

export function sessionQuery(sessionId: string) {
  return queryOptions({
    queryKey: ['calls', 'session', sessionId],
    queryFn: ({ signal }) =>
      take(api.GET('/api/calls/sessions/{sessionId}', { params: { path: { sessionId } }, signal })),
    refetchInterval: 60_000,
  })
}

export function plansQuery(when: 'due' | 'today' | 'all', owner: 'me' | 'all' = 'me') {
  return queryOptions({
    queryKey: ['calls', 'planned', when, owner],
    queryFn: ({ signal }) => take(api.GET('/api/calls/planned', { params: { query: { when, owner } }, signal })),
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  })
}

export const hoursQuery = queryOptions({
  queryKey: ['calls', 'best hours'],
  queryFn: ({ signal }) => take(api.GET('/api/calls/best-hours', { params: { query: {} }, signal })),
  staleTime: 10 * 60_000,
})

export const heardQuery = queryOptions({
  queryKey: ['calls', 'heard of us'],
  queryFn: ({ signal }) => take(api.GET('/api/calls/heard-of-us', { params: { query: {} }, signal })),
})

export const scriptsQuery = queryOptions({
  queryKey: ['calls', 'scripts'],
  queryFn: ({ signal }) => take(api.GET('/api/calls/scripts', { signal })),
})

export const listsQuery = queryOptions({
  queryKey: ['calls', 'lists'],
  queryFn: ({ signal }) => take(api.GET('/api/calls/lists', { signal })),
})

export const settingsQuery = queryOptions({
  queryKey: ['calls', 'settings'],
  queryFn: ({ signal }) => take(api.GET('/api/calls/settings', { signal })),
})

export function previewQuery(filter: Filter) {
  return queryOptions({
    queryKey: ['calls', 'preview', filter],
    queryFn: ({ signal }) => take(api.POST('/api/calls/preview', { body: filter, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

/** Missed calls from numbers nobody is known by. */
export const unknownQuery = queryOptions({
  queryKey: ['calls', 'unknown'],
  queryFn: ({ signal }) => take(api.GET('/api/calls/unknown', { signal })),
  refetchInterval: 60_000,
})

export function cameQuery(of: 'mine' | 'all' | 'ringing') {
  return queryOptions({
    queryKey: ['calls', 'incoming', of],
    queryFn: ({ signal }) => take(api.GET('/api/calls/incoming', { params: { query: { of } }, signal })),
  })
}
