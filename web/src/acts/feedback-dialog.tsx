import { Button, Modal, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DialogProps } from './act-dialog.tsx'
import look from './dialogs.module.css'

const ON = ['lead', 'campaign', 'asset', 'message'] as const
type On = (typeof ON)[number]

/** A word to marketing, with this lead as evidence: praise or criticism of the lead, a campaign, an asset or a message. */
export function FeedbackDialog({ leads, detail, onClose, onAnswer }: DialogProps) {
  const { t } = useTranslation()
  const open = detail?.attempts.find((attempt) => attempt.outcome === 'open') ?? detail?.attempts.at(-1)
  const campaign = open?.campaign ?? ''
  const [verdict, setVerdict] = useState<'good' | 'bad'>('bad')
  const [on, setOn] = useState<On>('lead')
  const [about, setAbout] = useState('')
  const [text, setText] = useState('')
  const name = leads[0]?.name ?? ''
  const shown = on === 'lead' ? name : about
  const choose = (next: On) => {
    setOn(next)
    setAbout(next === 'campaign' ? campaign : '')
  }
  const isReady = shown.trim() !== '' && text.trim() !== ''
  const submit = () => {
    if (isReady) onAnswer({ verdict, on, about: shown.trim().slice(0, 200), text: text.trim() })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('acts.feedback.title')}
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
        <p className={look.hint}>{t('acts.feedback.hint', { name })}</p>
        <SegmentedControl<'good' | 'bad'>
          aria-label={t('acts.feedback.verdict')}
          value={verdict}
          onChange={setVerdict}
          data={[
            { value: 'bad', label: t('acts.feedback.bad') },
            { value: 'good', label: t('acts.feedback.good') },
          ]}
        />
        <SegmentedControl<On>
          aria-label={t('acts.feedback.on')}
          value={on}
          onChange={choose}
          data={ON.map((one) => ({ value: one, label: t(`acts.feedback.ons.${one}`) }))}
        />
        {on === 'lead' ? null : (
          <TextInput
            label={t(`acts.feedback.which.${on}`)}
            value={about}
            onChange={(event) => setAbout(event.currentTarget.value)}
            maxLength={200}
          />
        )}
        <Textarea
          label={t('acts.feedback.text')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={3}
          maxLength={2_000}
          data-autofocus
        />
        <div className={look.end}>
          <Button type="submit" variant="filled" disabled={!isReady}>
            {t('acts.feedback.confirm')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
