import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { paths } from '../../api/schema.gen.ts'
import { sayRefused } from '../../ui/toast.ts'

type Body = paths['/api/users/{userId}']['patch']['requestBody']['content']['application/json']
type Change = { userId: string; body: Body; onDone?: () => void }

/** Changes a colleague and asks again for everyone. A refusal is said. */
export function useChangeUser() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ userId, body }: Change) =>
      take(api.PATCH('/api/users/{userId}', { params: { path: { userId } }, body })),
    onSuccess: (_, { onDone }) => onDone?.(),
    onError: (error) => sayRefused(error),
    onSettled: () => {
      for (const noun of ['users', 'teams', 'session', 'reroute']) void client.invalidateQueries({ queryKey: [noun] })
    },
  })
}
