import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { newMessageId } from '../../acts/message-id.ts'
import { remember, takeUndoable, type Undoable } from '../../acts/undo-stack.ts'
import { api, take } from '../../api/client.ts'
import type { operations } from '../../api/schema.gen.ts'
import { sayDone, sayRefused, sayUndo } from '../../ui/toast.ts'
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

/** Records what happens to deals: painted at once, stored behind, put back when refused, undone on demand. */
export function useDealFacts() {
  const { t } = useTranslation()
  const client = useQueryClient()

  const refresh = (personIds: readonly string[]) => {
    void client.invalidateQueries({ queryKey: ['deals'] })
    void client.invalidateQueries({ queryKey: ['queue'] })
    for (const id of new Set(personIds)) void client.invalidateQueries({ queryKey: ['lead', id] })
  }

  const recording = useMutation({
    mutationFn: (change: DealChange) => take(api.POST('/api/facts', { body: { facts: change.facts.map(incoming) } })),
    onMutate: async ({ moves = [] }: DealChange) => {
      if (moves.length === 0) return []
      await Promise.all([
        client.cancelQueries({ queryKey: ['deals', 'board'] }),
        client.cancelQueries({ queryKey: ['deals', 'rows'] }),
      ])
      const before: [QueryKey, unknown][] = [
        ...client.getQueriesData({ queryKey: ['deals', 'board'] }),
        ...client.getQueriesData({ queryKey: ['deals', 'rows'] }),
      ]
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
    onSettled: (_answer, _error, change) => refresh(change.personIds),
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
    undoing.mutate(what)
  }

  /** Null once it is stored, else why not. */
  const record = async (change: DealChange): Promise<Error | null> => {
    let refusal: Error | null = null
    const facts = recording.mutateAsync(change).then(
      (answer) => [
        ...answer.facts.map(({ factId, personId }) => ({ factId, personId })),
        ...(change.alsoRecorded ?? []).map((factId) => ({ factId, personId: change.personIds[0] ?? '' })),
      ],
      (error: unknown) => {
        refusal = error instanceof Error ? error : new Error(String(error))
        return null
      },
    )
    const { said } = change
    if ((change.isAwaited === true || said === null) && (await facts) === null) return refusal
    if (said === null) return null
    const undoable: Undoable = { facts, forget: sayUndo(said, () => undo(undoable)) }
    remember(undoable)
    if ((await facts) === null) {
      takeUndoable(undoable)
      undoable.forget()
    }
    return refusal
  }

  return { record, undoLast: () => undo() }
}
