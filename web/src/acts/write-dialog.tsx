import { Button, Modal, Textarea } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DialogProps } from './act-dialog.tsx'
import look from './dialogs.module.css'

/** A note. */
export function WriteDialog({ leads, onClose, onAnswer }: DialogProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const submit = () => {
    if (text.trim() !== '') onAnswer({ text: text.trim() })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('acts.writing.note', { name: leads[0]?.name ?? '' })}
      size={480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className={look.form}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Textarea
          label={t('acts.writing.noteText')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={4}
          maxLength={2_000}
          data-autofocus
        />
        <div className={look.end}>
          <Button type="submit" variant="filled" disabled={text.trim() === ''}>
            {t('acts.writing.confirm')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
