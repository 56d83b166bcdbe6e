import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { newMessageId } from '../../acts/message-id.ts'
import { sendOrKeep } from '../../acts/send-or-keep.ts'
import { remember, takeUndoable, type Undoable } from '../../acts/undo-stack.ts'
import { api, take } from '../../api/client.ts'
import type { Stored } from '../../api/offline-queue.ts'
import { dropWaiting } from '../../api/offline-store.ts'
import type { operations } from '../../api/schema.gen.ts'
import { sayDone, sayRefused, sayUndo } from '../../ui/toast.ts'
import { paintChanges } from './paint-change.ts'
import { paintMove } from './paint-move.ts'
import { paintRows, type Rows } from './paint-rows.ts'
import type { Board, DealRow } from './queries.ts'

type IncomingFact = operations['recordFacts']['requestBody']['content']['application/json']['facts'][number]

export type DealChange = {
  personIds: readonly string[]
  facts: readonly { personId: string; kind: string; data: Record<string, unknown>; at?: string }[]
  /** What is said, with an Undo, once it is painted; null says nothing. */
  said: string | null
  /** Deals that leave their column at once: to a stage, or off the board. */
  moves?: readonly { deal: DealRow; to: string | null }[]
  /** Facts of the first person that were recorded before, by an upload: undone together with these. */
  alsoRecorded?: readonly string[]
  /** A dialog waits for the answer: it is said only once it is stored, and the dialog says a refusal itself. */
  isAwaited?: boolean
  /** True when the refusal was dealt with and need not be said. */
  onRefused?: (error: Error) => boolean
}

function incoming({ personId, kind, data, at }: DealChange['facts'][number]): IncomingFact {
  return { kind, who: { personId }, data, messageId: newMessageId(), ...(at === undefined ? {} : { at }) }
}

/** Moves and what is said of a deal wait for the network like verdicts; what closes it needs an answer. */
function mayWait({ facts, alsoRecorded = [] }: DealChange): boolean {
  return alsoRecorded.length === 0 && facts.every(({ kind }) => kind === 'deal.moved' || kind === 'deal.changed')
}

/** The facts as they were stored: those that waited, when they were sent. */
async function whenStored(
  facts: Promise<Stored | null>,
  keptNow: () => { stored: Promise<Stored | null> } | null,
): Promise<Stored | null> {
  const at = await facts
  return keptNow()?.stored ?? at
}

/** Records what happens to deals: painted at once, stored behind, put back when refused, undone on demand. */
export function useDealFacts() {
  const { t } = useTranslation()
  const client = useQueryClient()

  const refresh = (personIds: readonly string[]) => {
    void client.invalidateQueries({ queryKey: ['deals'] })
    void client.invalidateQueries({ queryKey: ['queue'] })
    for (const id of new Set(personIds)) void client.invalidateQueries({ queryKey: ['lead', id] })
  }

  const shownNow = (): [QueryKey, unknown][] =>
    (['board', 'rows', 'one'] as const).flatMap((what) => client.getQueriesData({ queryKey: ['deals', what] }))

  const recording = useMutation({
    mutationFn: async (change: DealChange) => {
      const facts = change.facts.map(incoming)
      if (mayWait(change)) return sendOrKeep({ personIds: [...change.personIds], facts, said: change.said ?? '' })
      return { facts: (await take(api.POST('/api/facts', { body: { facts } }))).facts, waits: null }
    },
    onMutate: async ({ moves = [], facts }: DealChange) => {
      const isPainted = moves.length > 0 || facts.some(({ kind }) => kind === 'deal.changed')
      if (!isPainted) return []
      await Promise.all([
        client.cancelQueries({ queryKey: ['deals', 'board'] }),
        client.cancelQueries({ queryKey: ['deals', 'rows'] }),
        client.cancelQueries({ queryKey: ['deals', 'one'] }),
      ])
      const before = shownNow()
      paintChanges(client, facts)
      client.setQueriesData<Board>({ queryKey: ['deals', 'board'] }, (board) =>
        board === undefined ? undefined : moves.reduce((now, { deal, to }) => paintMove(now, deal, to), board),
      )
      client.setQueriesData<Rows>({ queryKey: ['deals', 'rows'] }, (rows) =>
        rows === undefined ? undefined : moves.reduce((now, { deal, to }) => paintRows(now, deal, to), rows),
      )
      return before
    },
    onError: (error, change, before) => {
      for (const [key, data] of before ?? []) client.setQueryData(key, data)
      if (change.isAwaited !== true && change.onRefused?.(error) !== true) sayRefused(error, t('deals.move.notDone'))
    },
    // While it waits, what is painted is all there is to see: asking again would only paint it over.
    onSettled: (answer, _error, change) => {
      if (answer === undefined || answer.waits === null) refresh(change.personIds)
    },
  })

  const undoing = useMutation({
    mutationFn: async (what: Undoable) => {
      const stored = await what.facts
      if (stored === null) return []
      const facts = stored.map(({ factId, personId }) =>
        incoming({ personId, kind: 'fact.retracted', data: { fact: factId } }),
      )
      return (await take(api.POST('/api/facts', { body: { facts } }))).facts
    },
    onSuccess: (facts) => {
      if (facts.length > 0) sayDone(t('deals.move.undone'))
    },
    onError: (error) => sayRefused(error, t('common.undo')),
    onSettled: (facts) => refresh((facts ?? []).map((fact) => fact.personId)),
  })

  const undo = (which?: Undoable) => {
    const what = takeUndoable(which)
    if (what === undefined) return sayDone(t('deals.move.nothing'))
    what.forget()
    if (what.takeBack?.() === true) sayDone(t('deals.move.undone'))
    else undoing.mutate(what)
  }

  /** Null once it is stored, else why not. */
  const record = async (change: DealChange): Promise<Error | null> => {
    let refusal: Error | null = null
    const before = shownNow()
    const also = (change.alsoRecorded ?? []).map((factId) => ({ factId, personId: change.personIds[0] ?? '' }))
    let kept: { id: string; stored: Promise<Stored | null> } | null = null
    const facts: Promise<Stored | null> = recording.mutateAsync(change).then(
      (answer) => {
        kept = answer.waits
        return [...answer.facts.map(({ factId, personId }) => ({ factId, personId })), ...also]
      },
      (error: unknown) => {
        refusal = error instanceof Error ? error : new Error(String(error))
        return null
      },
    )
    const { said } = change
    if ((change.isAwaited === true || said === null) && (await facts) === null) return refusal
    if (said === null) return null
    const undoable: Undoable = { facts: whenStored(facts, () => kept), forget: sayUndo(said, () => undo(undoable)) }
    // What waits in this browser is taken back here; once it was sent, by a fact.
    undoable.takeBack = () => {
      if (kept === null || !dropWaiting(kept.id)) return false
      for (const [key, data] of before) client.setQueryData(key, data)
      return true
    }
    remember(undoable)
    if ((await facts) === null) {
      takeUndoable(undoable)
      undoable.forget()
    }
    return refusal
  }

  return { record, undoLast: () => undo() }
}
