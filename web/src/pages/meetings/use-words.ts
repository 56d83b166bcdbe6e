import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { sayRefused, sayUndo } from '../../ui/toast.ts'
import type { Meeting } from './queries.ts'

type Said = { note?: string; nextStep?: string; talkShare?: number }

/** Says what became of a meeting, with an undo. Lists are asked for anew when it is stored. */
export function useWords(): {
  say: (meeting: Meeting, word: 'held' | 'missed', said?: Said) => Promise<void>
  takeBack: (meeting: Meeting) => Promise<void>
} {
  const { t } = useTranslation()
  const client = useQueryClient()
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['meetings'] }),
      client.invalidateQueries({ queryKey: ['queue'] }),
    ])
  const takeBack = async (meeting: Meeting) => {
    try {
      await take(api.DELETE('/api/meetings/{meetingId}/word', { params: { path: { meetingId: meeting.id } } }))
    } catch (error) {
      sayRefused(error)
    }
    await refresh()
  }
  const say = async (meeting: Meeting, word: 'held' | 'missed', said: Said = {}) => {
    try {
      await take(
        api.PUT('/api/meetings/{meetingId}/word', {
          params: { path: { meetingId: meeting.id } },
          body: {
            word,
            note: said.note ?? '',
            nextStep: said.nextStep ?? '',
            ...(said.talkShare === undefined ? {} : { talkShare: said.talkShare }),
          },
        }),
      )
      sayUndo(t(`meetings.done.${word}`, { name: meeting.guest.name }), () => void takeBack(meeting))
    } catch (error) {
      sayRefused(error)
    }
    await refresh()
  }
  return { say, takeBack }
}
