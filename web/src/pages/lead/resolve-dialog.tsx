import { Button, Modal, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import look from '../../acts/dialogs.module.css'
import type { Need } from './use-need-acts.ts'

const OFFERS = ['product', 'deal', 'asset', 'message', 'other'] as const
type Offer = (typeof OFFERS)[number]

type Props = {
  need: Need
  onClose: () => void
  onAnswer: (by: { kind: Offer; name: string }, note: string) => void
}

/** Says what of ours meets a need. */
export function ResolveDialog({ need, onClose, onAnswer }: Props) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<Offer>('product')
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('lead.need.resolving', { need: need.need })}
      size={480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className={look.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') onAnswer({ kind, name: name.trim() }, note.trim())
        }}
      >
        <SegmentedControl<Offer>
          aria-label={t('lead.need.offerKind')}
          value={kind}
          onChange={setKind}
          data={OFFERS.map((value) => ({ value, label: t(`lead.need.offer.${value}`) }))}
        />
        <TextInput
          label={t('lead.need.offerName')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={200}
          data-autofocus
        />
        <Textarea
          label={t('lead.need.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={2_000}
        />
        <div className={look.end}>
          <Button type="submit" variant="filled" disabled={name.trim() === ''}>
            {t('lead.need.resolve')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
