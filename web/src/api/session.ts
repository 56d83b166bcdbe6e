import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { api, take } from './client.ts'
import type { Role, Session } from './types.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => take(api.GET('/api/session')),
  staleTime: 5 * 60_000,
})

/** Who is signed in. Inside the frame it is always known: the frame's route has awaited it. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data
}

/** True when the signed-in person has one of the roles. */
export function useIsRole(...roles: Role[]): boolean {
  return roles.includes(useSession().user.role)
}
