import { queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Answered, Schemas } from '../../api/types.ts'

export type UserView = Schemas['UserView']
export type Team = Answered<'listTeams'>['teams'][number]
export type WriteKey = Answered<'listWriteKeys'>['keys'][number]

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => take(api.GET('/api/users', { signal })),
})

/** How many open leads somebody has that would go to others, and how far the latest handing on has come. */
export const rerouteQuery = (userId: string) =>
  queryOptions({
    queryKey: ['reroute', userId],
    queryFn: ({ signal }) => take(api.GET('/api/users/{userId}/reroute', { params: { path: { userId } }, signal })),
  })

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: ({ signal }) => take(api.GET('/api/teams', { signal })),
})

export const writeKeysQuery = queryOptions({
  queryKey: ['write keys'],
  queryFn: ({ signal }) => take(api.GET('/api/write-keys', { signal })),
})
