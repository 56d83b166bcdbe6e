import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { operations } from '../../api/schema.gen.ts'

export type ByHand = operations['bookMeetingByHand']['requestBody']['content']['application/json']
export type Offered = { personId: string; hostId?: string; typeId?: string; minutes?: number; from: string }

/** Kinds of meetings, the host's free times of a week, and who the guest is. */
export function offerQuery(asked: Offered) {
  return queryOptions({
    queryKey: ['meetings', 'offer', asked],
    queryFn: ({ signal }) => take(api.GET('/api/meetings/offer', { params: { query: { ...asked, days: 7 } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}

export function timesQuery(meetingId: string, from: string) {
  return queryOptions({
    queryKey: ['meetings', 'times', meetingId, from],
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/meetings/{meetingId}/times', {
          params: { path: { meetingId }, query: { from, days: 7 } },
          signal,
        }),
      ),
  })
}

/** The invitation as the guest would read it. */
export function previewQuery(body: ByHand | null) {
  return queryOptions({
    queryKey: ['meetings', 'preview', body],
    queryFn: async ({ signal }) => (body === null ? null : take(api.POST('/api/meetings/preview', { body, signal }))),
    enabled: body !== null,
    placeholderData: keepPreviousData,
  })
}

export function proposedQuery(host: string) {
  return queryOptions({
    queryKey: ['meetings', 'proposed', host],
    queryFn: ({ signal }) =>
      take(api.GET('/api/meetings', { params: { query: { host, part: 'proposed', limit: 20 } }, signal })),
  })
}

/** Meetings with somebody from a moment on. */
export function withPersonQuery(personId: string, from: string) {
  return queryOptions({
    queryKey: ['meetings', 'with', personId, from],
    queryFn: ({ signal }) =>
      take(api.GET('/api/meetings', { params: { query: { person: personId, from, limit: 20 } }, signal })),
  })
}
