import { Button, Modal, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import look from '../../acts/dialogs.module.css'
import { factFor } from '../../acts/use-record.ts'
import { api, take } from '../../api/client.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Moment } from '../../ui/moment.tsx'
import { sayDone } from '../../ui/toast.ts'
import type { ClockRow } from './team-queries.ts'

/** What a seller asks about a lead, and the manager's answer; or the lead goes to somebody else. */
export function AnswerDialog({ row, onClose, onGive }: { row: ClockRow; onClose: () => void; onGive: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [note, setNote] = useState('')
  const answer = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/facts', {
          body: { facts: [factFor(row.personId, 'escalation.answered', { note: note.trim() })] },
        }),
      ),
    onSuccess: () => {
      sayDone(t('today.team.answered', { name: row.asked?.by?.name ?? '' }))
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['queue'] }),
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('today.team.question', { name: row.name })}
      size={440}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className={look.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (note.trim() !== '') answer.mutate()
        }}
      >
        {row.asked === null ? null : (
          <blockquote>
            <p>{row.asked.note}</p>
            <p className="quiet small">
              {row.asked.by?.name ?? t('common.unknown')}, <Moment at={row.asked.at} />
            </p>
          </blockquote>
        )}
        <Textarea
          label={t('today.team.yourAnswer')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={2_000}
          data-autofocus
        />
        {answer.isError ? <ErrorNote error={answer.error} isInline /> : null}
        <div className={look.end}>
          <Button onClick={onGive}>{t('today.team.give')}</Button>
          <Button type="submit" variant="filled" disabled={note.trim() === ''} loading={answer.isPending}>
            {t('today.team.answer')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
