import { queryOptions, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../api/client.ts'

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: () => take(api.GET('/api/users')),
  staleTime: 5 * 60_000,
})

/** The name of a colleague by id. An id nobody has is left as it is, a role's name too. */
export function useNames(): (id: string) => string {
  const { t } = useTranslation()
  const users = useQuery(usersQuery).data?.users
  return (id) => users?.find((user) => user.id === id)?.name ?? (/^[0-9a-f]{8}-/.test(id) ? t('common.unknown') : id)
}
