import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../api/client.ts'
import type { operations } from '../api/schema.gen.ts'
import type { Lead, Queue } from '../api/types.ts'
import { sayDone, sayRefused, sayUndo, sayWarned } from '../ui/toast.ts'
import type { ActId } from './acts.ts'
import { applyToLead, applyToQueueLead } from './apply-act.ts'
import { newMessageId } from './message-id.ts'
import { remember, takeUndoable, type Undoable } from './undo-stack.ts'

type IncomingFact = operations['recordFacts']['requestBody']['content']['application/json']['facts'][number]

/** One act on one lead or several: what is painted, what is sent, what is said. */
export type Entry = { act: ActId; personIds: string[]; facts: IncomingFact[]; said: string }

type Snapshot = [QueryKey, unknown][]

/** The fact an act becomes, with its own message id. */
export function factFor(personId: string, kind: string, data: Record<string, unknown>): IncomingFact {
  return { kind, who: { personId }, data, messageId: newMessageId() }
}

/** Records acts: painted at once, stored behind, taken back with a message when refused, undone on demand. */
export function useRecord(): { record: (entry: Entry) => void; undoLast: () => void } {
  const { t } = useTranslation()
  const client = useQueryClient()
  const refresh = (personIds: readonly string[]) => {
    void client.invalidateQueries({ queryKey: ['queue'] })
    for (const id of personIds) void client.invalidateQueries({ queryKey: ['lead', id] })
  }

  const paint = async ({ act, personIds }: Entry): Promise<Snapshot> => {
    await Promise.all([
      client.cancelQueries({ queryKey: ['queue'] }),
      ...personIds.map((id) => client.cancelQueries({ queryKey: ['lead', id] })),
    ])
    const now = new Date().toISOString()
    const before: Snapshot = [
      ...client.getQueriesData({ queryKey: ['queue'] }),
      ...personIds.map((id): [QueryKey, unknown] => [['lead', id], client.getQueryData(['lead', id])]),
    ]
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
    mutationFn: (entry: Entry) => take(api.POST('/api/facts', { body: { facts: entry.facts } })),
    onMutate: paint,
    onSuccess: ({ warnings }) => {
      const covers = [...new Set(warnings.map((each) => t(`acts.covers.${each.covers}`)))]
      if (covers.length > 0) sayWarned(t('acts.notWanted', { what: covers.join(', ') }))
    },
    onError: (error, entry, before) => {
      for (const [key, data] of before ?? []) client.setQueryData(key, data)
      sayRefused(error, `${entry.said}. ${t('acts.failed')}`)
    },
    onSettled: (_answer, _error, entry) => refresh(entry.personIds),
  })

  const undoing = useMutation({
    mutationFn: async (what: Undoable) => {
      const stored = await what.facts
      if (stored === null) return []
      const facts = stored.map(({ factId, personId }) => factFor(personId, 'fact.retracted', { fact: factId }))
      return (await take(api.POST('/api/facts', { body: { facts } }))).facts
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
    undoing.mutate(what)
  }

  const record = (entry: Entry) => {
    const facts = recording.mutateAsync(entry).then(
      (answer) => answer.facts.map(({ factId, personId }) => ({ factId, personId })),
      () => {
        takeUndoable(undoable)
        undoable.forget()
        return null
      },
    )
    const undoable: Undoable = { facts, forget: sayUndo(entry.said, () => undo(undoable)) }
    remember(undoable)
  }

  return { record, undoLast: () => undo() }
}
