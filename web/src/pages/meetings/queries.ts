import { queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Answered, Schemas } from '../../api/types.ts'

export type Meeting = Schemas['MeetingView']
export type BookingType = Answered<'listMeetingTypes'>['types'][number]

export function meetingsQuery(query: { from: string; until: string; host: string }) {
  return queryOptions({
    queryKey: ['meetings', 'list', query],
    queryFn: ({ signal }) => take(api.GET('/api/meetings', { params: { query: { ...query, limit: 200 } }, signal })),
  })
}

const AHEAD_MS = 12 * 3_600_000
const STEP_MS = 300_000

/** My meetings of the next hours; what is asked for changes every five minutes, not with every look. */
export function nextMeetingQuery(nowMs: number) {
  const fromMs = Math.floor(nowMs / STEP_MS) * STEP_MS
  return meetingsQuery({
    from: new Date(fromMs).toISOString(),
    until: new Date(fromMs + AHEAD_MS).toISOString(),
    host: 'me',
  })
}

export function dueMeetingsQuery(host: string) {
  return queryOptions({
    queryKey: ['meetings', 'due', host],
    queryFn: ({ signal }) =>
      take(api.GET('/api/meetings', { params: { query: { host, part: 'without word', limit: 50 } }, signal })),
  })
}

export function meetingQuery(meetingId: string) {
  return queryOptions({
    queryKey: ['meetings', 'one', meetingId],
    queryFn: ({ signal }) => take(api.GET('/api/meetings/{meetingId}', { params: { path: { meetingId } }, signal })),
  })
}

export function ratesQuery(from: string) {
  return queryOptions({
    queryKey: ['meetings', 'rates', from],
    queryFn: ({ signal }) => take(api.GET('/api/meetings/rates', { params: { query: { from } }, signal })),
  })
}

export const typesQuery = queryOptions({
  queryKey: ['meetings', 'types'],
  queryFn: ({ signal }) => take(api.GET('/api/meeting-types', { signal })),
})

export function slotsQuery(slug: string) {
  return queryOptions({
    queryKey: ['meetings', 'slots', slug],
    queryFn: ({ signal }) =>
      take(api.GET('/api/meeting-types/{slug}/slots', { params: { path: { slug }, query: { days: 7 } }, signal })),
  })
}

export const calendarQuery = queryOptions({
  queryKey: ['meetings', 'calendar'],
  queryFn: ({ signal }) => take(api.GET('/api/my-calendar', { signal })),
})
