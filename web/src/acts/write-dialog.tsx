import { Button, Modal, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DialogProps } from './act-dialog.tsx'
import look from './dialogs.module.css'

/** A note, or a need the prospect stated. */
export function WriteDialog({ act, leads, onClose, onAnswer }: DialogProps & { act: 'note' | 'need' }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [quote, setQuote] = useState('')
  const [sure, setSure] = useState<'known' | 'perhaps'>('known')
  const name = leads[0]?.name ?? ''
  const submit = () => {
    if (text.trim() === '') return
    if (act === 'note') return onAnswer({ text: text.trim() })
    onAnswer({ need: text.trim(), isKnown: sure === 'known', ...(quote.trim() === '' ? {} : { quote: quote.trim() }) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`acts.writing.${act}`, { name })}
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
          label={act === 'note' ? t('acts.writing.noteText') : t('acts.writing.needText')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={act === 'note' ? 4 : 2}
          maxLength={2_000}
          data-autofocus
        />
        {act === 'note' ? null : (
          <>
            <TextInput
              label={t('acts.writing.quote')}
              value={quote}
              onChange={(event) => setQuote(event.currentTarget.value)}
              maxLength={2_000}
            />
            <SegmentedControl<'known' | 'perhaps'>
              aria-label={t('acts.writing.certain')}
              value={sure}
              onChange={setSure}
              data={[
                { value: 'known', label: t('acts.writing.known') },
                { value: 'perhaps', label: t('acts.writing.perhaps') },
              ]}
            />
          </>
        )}
        <div className={look.end}>
          <Button type="submit" variant="filled" disabled={text.trim() === ''}>
            {t('acts.writing.confirm')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
