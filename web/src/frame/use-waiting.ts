import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Waiting } from '../api/offline-queue.ts'
import { isWaiting, openWaiting, sendWaiting, waitingNow, watchWaiting } from '../api/offline-store.ts'
import { useSession } from '../api/session.ts'
import { useEvents } from '../events/use-events.ts'
import { sayDone, sayWarned } from '../ui/toast.ts'

/** What this person did that the server does not have. */
export function useWaiting(): readonly Waiting[] {
  return useSyncExternalStore(watchWaiting, waitingNow)
}

/** Whether something about this person waits for the network. */
export function useIsWaiting(personId: string): boolean {
  return useSyncExternalStore(watchWaiting, () => isWaiting(personId))
}

/** Sends what was done without a network: now, when the network is back, when the live line is back. */
export function useSendWaiting(): void {
  const { t } = useTranslation()
  const { user } = useSession()
  const client = useQueryClient()
  const heed = useEffectEvent((one: Waiting, outcome: { is: 'stored' } | { is: 'refused'; why: string }) => {
    void client.invalidateQueries({ queryKey: ['queue'] })
    void client.invalidateQueries({ queryKey: ['deals'] })
    for (const id of one.personIds) void client.invalidateQueries({ queryKey: ['lead', id] })
    if (outcome.is === 'refused') sayWarned(t('frame.waiting.refused', { said: one.said, why: outcome.why }))
    else if (waitingNow().length === 0) sayDone(t('frame.waiting.sent'))
  })
  useEffect(() => openWaiting(user.id, (one, outcome) => heed(one, outcome)), [user.id])
  useEvents(({ event }) => {
    if (event === 'gap') void sendWaiting()
  })
}
