import { useQuery } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'

export type Voices = {
  colleagues: { id: string; name: string }[]
  people: { personId: string; name: string }[]
}

/** Whose voices may be heard: colleagues, the person, and the people around them. */
export function useVoices(person: { personId: string; name: string }): Voices {
  const users = useQuery({
    queryKey: ['users'],
    queryFn: ({ signal }) => take(api.GET('/api/users', { signal })),
  })
  const circle = useQuery({
    queryKey: ['lead', person.personId, 'circle'],
    queryFn: ({ signal }) =>
      take(api.GET('/api/people/{personId}/circle', { params: { path: { personId: person.personId } }, signal })),
  })
  const around = (circle.data?.people ?? []).filter((one) => one.personId !== person.personId)
  return {
    colleagues: (users.data?.users ?? []).filter((user) => user.isActive).map(({ id, name }) => ({ id, name })),
    people: [person, ...around.map(({ personId, name }) => ({ personId, name }))],
  }
}
