import { Button, Checkbox, Modal, NativeSelect, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import look from '../../acts/dialogs.module.css'
import { remember, takeUndoable, type Undoable } from '../../acts/undo-stack.ts'
import { factFor } from '../../acts/use-record.ts'
import { api, take } from '../../api/client.ts'
import { useSession } from '../../api/session.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { sayDone, sayRefused, sayUndo } from '../../ui/toast.ts'
import type { LoadPerson } from './team-queries.ts'

type Props = {
  /** Names by person. */
  leads: ReadonlyMap<string, string>
  people: readonly LoadPerson[]
  onClose: () => void
  onGiven: () => void
}

/** Gives leads to somebody, with a reason. Whoever is away or gone is named as such, and needs a second word. */
export function GiveDialog({ leads, people, onClose, onGiven }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { user } = useSession()
  const [to, setTo] = useState('')
  const [note, setNote] = useState('')
  const [isConfirmed, setIsConfirmed] = useState(false)
  const chosen = people.find((one) => one.user.id === to)
  const isUnready = chosen !== undefined && (chosen.isAway || !chosen.isActive)
  const refresh = () => void client.invalidateQueries({ queryKey: ['queue'] })
  const undo = useMutation({
    mutationFn: (facts: { factId: string; personId: string }[]) =>
      take(
        api.POST('/api/facts', {
          body: { facts: facts.map(({ factId, personId }) => factFor(personId, 'fact.retracted', { fact: factId })) },
        }),
      ),
    onSuccess: () => sayDone(t('acts.did.undone')),
    onError: (error) => sayRefused(error, t('acts.undo')),
    onSettled: refresh,
  })
  const give = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/clocks/assignments', {
          body: { personIds: [...leads.keys()], to, note: note.trim(), isConfirmed },
        }),
      ),
    onSuccess: ({ facts }) => {
      const name = chosen?.user.name ?? user.name
      const said = t('today.team.given', { count: facts.length, name })
      const undoable: Undoable = {
        facts: Promise.resolve(facts),
        forget: sayUndo(said, () => {
          takeUndoable(undoable)
          undo.mutate(facts)
        }),
      }
      remember(undoable)
      onGiven()
    },
    onSettled: refresh,
  })
  const me = people.some((one) => one.user.id === user.id)
    ? []
    : [{ value: user.id, label: t('today.team.me', { name: user.name }) }]
  const isReady = to !== '' && note.trim() !== '' && (!isUnready || isConfirmed)
  const name = leads.size === 1 ? ([...leads.values()][0] ?? '') : ''
  return (
    <Modal
      opened
      onClose={onClose}
      title={leads.size === 1 ? t('today.team.giveOne', { name }) : t('today.team.giveMany', { count: leads.size })}
      size={440}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className={look.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) give.mutate()
        }}
      >
        <NativeSelect
          label={t('today.team.to')}
          value={to}
          onChange={(event) => {
            setTo(event.currentTarget.value)
            setIsConfirmed(false)
          }}
          data={[
            { value: '', label: t('today.team.choose') },
            ...people.map((one) => ({ value: one.user.id, label: labelOf(one) })),
            ...me,
          ]}
          data-autofocus
        />
        {isUnready ? (
          <Checkbox
            checked={isConfirmed}
            onChange={(event) => setIsConfirmed(event.currentTarget.checked)}
            label={t(chosen.isActive ? 'today.team.confirmAway' : 'today.team.confirmGone', { name: chosen.user.name })}
          />
        ) : null}
        <Textarea
          label={t('today.team.why')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={2_000}
        />
        {give.isError ? <ErrorNote error={give.error} isInline /> : null}
        <div className={look.end}>
          <Button type="submit" variant="filled" disabled={!isReady} loading={give.isPending}>
            {t('today.team.confirm')}
          </Button>
        </div>
      </form>
    </Modal>
  )

  function labelOf(one: LoadPerson): string {
    const state = !one.isActive ? ` (${t('today.team.gone')})` : one.isAway ? ` (${t('today.team.isAway')})` : ''
    return `${one.user.name}${state}, ${t('today.team.open', { count: one.openLeads })}`
  }
}
