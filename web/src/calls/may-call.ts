import { queryOptions } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { api, take } from '../api/client.ts'
import type { Schemas } from '../api/types.ts'
import { sayMoment } from '../ui/say-moment.ts'

export type MayCall = Schemas['MayCall']

/** Whether somebody may be called now. */
export function mayCallQuery(personId: string) {
  return queryOptions({
    queryKey: ['calls', 'may', personId],
    queryFn: async ({ signal }) => {
      const { people } = await take(api.POST('/api/calls/may', { body: { people: [personId] }, signal }))
      return people[personId] ?? null
    },
    staleTime: 60_000,
  })
}

/** Why somebody is not to be called now, and from when they are. */
export function sayWhyNot(may: MayCall, t: TFunction, language: string, now: number): string | null {
  if (may.isAllowed || may.why === null) return null
  const why = t(`common.mayCall.${may.why}`)
  if (may.opensAt === null) return why
  return t('common.mayCall.until', { why, when: sayMoment(Date.parse(may.opensAt), now, language, t) })
}
