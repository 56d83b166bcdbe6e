import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Stored } from '../api/offline-queue.ts'
import { dropWaiting } from '../api/offline-store.ts'
import type { operations } from '../api/schema.gen.ts'
import type { Lead, Queue } from '../api/types.ts'
import { serverNow } from '../ui/clock.ts'
import { sayMoment } from '../ui/say-moment.ts'
import { sayDone, sayRefused, sayUndo, sayWarned } from '../ui/toast.ts'
import type { ActId } from './acts.ts'
import { applyToLead, applyToQueueLead } from './apply-act.ts'
import { newMessageId } from './message-id.ts'
import { sendOrKeep } from './send-or-keep.ts'
import { type Snapshot, snapshotOf, unpaint } from './snapshot.ts'
import { remember, takeUndoable, type Undoable } from './undo-stack.ts'

export type IncomingFact = operations['recordFacts']['requestBody']['content']['application/json']['facts'][number]

/** One act on one lead or several: what is painted, what is sent, what is said. */
export type Entry = { act: ActId; personIds: string[]; facts: IncomingFact[]; said: string }

/** The fact an act becomes, with its own message id. */
export function factFor(personId: string, kind: string, data: Record<string, unknown>): IncomingFact {
  return { kind, who: { personId }, data, messageId: newMessageId() }
}

/** Records acts: painted at once, stored behind, taken back with a message when refused, undone on demand. */
export function useRecord(): { record: (entry: Entry) => void; undoLast: () => void } {
  const { t, i18n } = useTranslation()
  const client = useQueryClient()
  const refresh = (personIds: readonly string[]) => {
    void client.invalidateQueries({ queryKey: ['queue'] })
    void client.invalidateQueries({ queryKey: ['calls'] })
    for (const id of personIds) void client.invalidateQueries({ queryKey: ['lead', id] })
  }

  const paint = async ({ act, personIds }: Entry): Promise<Snapshot> => {
    await Promise.all([
      client.cancelQueries({ queryKey: ['queue'] }),
      ...personIds.map((id) => client.cancelQueries({ queryKey: ['lead', id] })),
    ])
    const now = new Date().toISOString()
    const before = snapshotOf(client, personIds)
    client.setQueriesData<Queue>({ queryKey: ['queue'] }, (queue) => {
      if (queue === undefined) return undefined
      const leads = queue.leads.flatMap((lead) =>
        personIds.includes(lead.personId) ? (applyToQueueLead(lead, act, now) ?? []) : lead,
      )
      return { ...queue, leads, total: queue.total - (queue.leads.length - leads.length) }
    })
    for (const id of personIds)
      client.setQueryData<Lead>(['lead', id], (lead) => (lead === undefined ? undefined : applyToLead(lead, act, now)))
    return before
  }

  const recording = useMutation({
    mutationFn: (entry: Entry) => sendOrKeep(entry),
    onMutate: paint,
    onSuccess: ({ warnings, planned }) => {
      const [next] = planned
      if (next !== undefined) {
        sayDone(t('acts.again', { when: sayMoment(Date.parse(next.at), serverNow(), i18n.language, t) }))
      }
      const covers = [...new Set(warnings.map((each) => t(`acts.covers.${each.covers}`)))]
      if (covers.length > 0) sayWarned(t('acts.notWanted', { what: covers.join(', ') }))
    },
    onError: (error, entry, before) => {
      for (const [key, data] of before ?? []) client.setQueryData(key, data)
      sayRefused(error, `${entry.said}. ${t('acts.failed')}`)
    },
    // While it waits, what is painted is all there is to see: asking again would only paint it over.
    onSettled: (answer, _error, entry) => {
      if (answer === undefined || answer.waits === null) refresh(entry.personIds)
    },
  })

  const undoing = useMutation({
    mutationFn: async (what: Undoable) => {
      const stored = await what.facts
      if (stored === null) return []
      const facts = stored.map(({ factId, personId }) => factFor(personId, 'fact.retracted', { fact: factId }))
      const personIds = stored.map(({ personId }) => personId)
      await sendOrKeep({ personIds, facts, said: t('acts.undo') })
      return stored
    },
    onSuccess: (facts) => {
      if (facts.length > 0) sayDone(t('acts.did.undone'))
    },
    onError: (error) => sayRefused(error, t('acts.undo')),
    onSettled: (facts) => refresh((facts ?? []).map((fact) => fact.personId)),
  })

  const undo = (which?: Undoable) => {
    const what = takeUndoable(which)
    if (what === undefined) return sayDone(t('acts.did.nothing'))
    what.forget()
    if (what.takeBack?.() === true) sayDone(t('acts.did.undone'))
    else undoing.mutate(what)
  }

  const record = (entry: Entry) => {
    const refused = () => {
      takeUndoable(undoable)
      undoable.forget()
      return null
    }
    const before = snapshotOf(client, entry.personIds)
    const facts: Promise<Stored | null> = recording.mutateAsync(entry).then((answer) => {
      const { waits } = answer
      if (waits === null) return answer.facts
      undoable.takeBack = () => {
        if (!dropWaiting(waits.id)) return false
        unpaint(client, before, entry.personIds)
        return true
      }
      return waits.stored
    }, refused)
    const undoable: Undoable = { facts, forget: sayUndo(entry.said, () => undo(undoable)) }
    remember(undoable)
  }

  return { record, undoLast: () => undo() }
}
