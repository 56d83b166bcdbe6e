import { queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Answered, Schemas } from '../../api/types.ts'

export type Ways = Answered<'whoCanIntroduce'>
export type Way = Ways['paths'][number]
export type Introduction = Schemas['IntroductionView']
export type Tie = Schemas['TieView']
export type Card = Schemas['BusinessCard']

export function waysQuery(personId: string) {
  return queryOptions({
    queryKey: ['networking', 'ways', personId],
    queryFn: ({ signal }) =>
      take(api.GET('/api/people/{personId}/introductions', { params: { path: { personId } }, signal })),
  })
}

export const introductionsQuery = queryOptions({
  queryKey: ['networking', 'introductions'],
  queryFn: ({ signal }) => take(api.GET('/api/introductions', { params: { query: { limit: 200 } }, signal })),
})

export const tiesQuery = queryOptions({
  queryKey: ['networking', 'ties'],
  queryFn: ({ signal }) => take(api.GET('/api/ties', { params: { query: { of: 'all', limit: 200 } }, signal })),
})

export const eventsQuery = queryOptions({
  queryKey: ['networking', 'events'],
  queryFn: ({ signal }) => take(api.GET('/api/networking/events', { signal })),
})

export type EventView = Schemas['EventView']

export function eventQuery(eventId: string) {
  return queryOptions({
    queryKey: ['networking', 'event', eventId],
    queryFn: ({ signal }) =>
      take(api.GET('/api/networking/events/{eventId}', { params: { path: { eventId } }, signal })),
  })
}

/** Campaigns an event may belong to. */
export const homesQuery = queryOptions({
  queryKey: ['campaigns', 'homes of events'],
  queryFn: ({ signal }) => take(api.GET('/api/campaigns', { params: { query: {} }, signal })),
})

export const myCardQuery = queryOptions({
  queryKey: ['networking', 'my card'],
  queryFn: ({ signal }) => take(api.GET('/api/my-card', { signal })),
})
