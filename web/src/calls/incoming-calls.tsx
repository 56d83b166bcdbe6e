import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect, useEffectEvent, useState } from 'react'
import { useSession } from '../api/session.ts'
import { useEvents } from '../events/use-events.ts'
import { withWords } from '../i18n/i18n.ts'
import { lazyForms } from '../theme/with-forms.tsx'
import { useCallAtHand } from './call-at-hand.ts'

const IncomingPanel = lazyForms(
  async () => (await withWords(['calls'], () => import('./incoming-panel.tsx'))()).IncomingPanel,
)
const CallPanel = lazyForms(async () => (await withWords(['calls'], () => import('./call-panel.tsx'))()).CallPanel)

/** Calls over every page: those that ring here, and the one begun by a click. Their code comes with the first of them. */
export function IncomingCalls() {
  const { user } = useSession()
  const isCaller = user.role !== 'viewer' && user.role !== 'marketer'
  return isCaller ? <Listening userId={user.id} /> : null
}

function Listening({ userId }: { userId: string }) {
  const client = useQueryClient()
  const [callIds, setCallIds] = useState<readonly string[]>([])
  const atHand = useCallAtHand()
  const drop = (id: string) => setCallIds((before) => before.filter((one) => one !== id))
  useEvents((event) => {
    if (event.event !== 'call') return
    void client.invalidateQueries({ queryKey: ['calls'] })
    if (event.what === 'ringing')
      setCallIds((before) => [event.callId, ...before.filter((id) => id !== event.callId)].slice(0, 3))
    // Whoever was faster has it: here it stops ringing.
    if (event.what === 'answered' && event.by !== userId) drop(event.callId)
  })
  // The page was opened while a telephone rang.
  const ask = useEffectEvent(async () => {
    const answer = await fetch('/api/calls/incoming?of=ringing').catch(() => null)
    if (!answer?.ok) return
    const { calls }: { calls: { id: string }[] } = await answer.json()
    if (calls.length > 0) setCallIds(calls.slice(0, 3).map((call) => call.id))
  })
  useEffect(() => {
    const timer = setTimeout(() => void ask(), 1_500)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Suspense>
      {callIds.length > 0 ? <IncomingPanel callIds={callIds} onDrop={drop} /> : null}
      {atHand === null ? null : <CallPanel key={`${atHand.personId} ${atHand.phone}`} call={atHand} />}
    </Suspense>
  )
}
