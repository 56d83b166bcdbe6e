import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import type { Meeting } from './queries.ts'

/** Answers the other time a guest proposes; lists are asked for anew when it is stored. */
export function useAnswer(meeting: Meeting) {
  const { t } = useTranslation()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ answer, note }: { answer: 'accept' | 'decline'; note: string }) =>
      take(
        api.PUT('/api/meetings/{meetingId}/proposal', {
          params: { path: { meetingId: meeting.id } },
          body: { answer, startsAt: meeting.proposal?.startsAt ?? '', note },
        }),
      ),
    onSuccess: (_, { answer }) => sayDone(t(`meetings.proposal.did.${answer}`, { name: meeting.guest.name })),
    onError: (error) => sayRefused(error),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['meetings'] })
      if (meeting.personId !== null) void client.invalidateQueries({ queryKey: ['lead', meeting.personId] })
    },
  })
}
