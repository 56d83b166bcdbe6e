import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import look from './messages.module.css'
import type { Message } from './messages-query.ts'

export type ProofDraft = Message['proofs'][number]

const TYPES = ['data', 'case', 'test', 'certification', 'demo'] as const

/** What proves a message: each with its source, its day and how long it may be used. */
export function ProofFields({
  proofs,
  onChange,
}: {
  proofs: readonly ProofDraft[]
  onChange: (proofs: readonly ProofDraft[]) => void
}) {
  const { t } = useTranslation()
  const change = (at: number, more: Partial<ProofDraft>) => {
    const one = proofs[at]
    if (one !== undefined) onChange(proofs.with(at, { ...one, ...more }))
  }
  return (
    <fieldset className={look.rows}>
      <legend>{t('messages.proofs')}</legend>
      {proofs.map((proof, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: proofs have no name of their own while they are written
        <div key={at} className={look.proof}>
          <NativeSelect
            label={t('messages.proofType')}
            value={proof.type}
            onChange={(event) => change(at, { type: TYPES.find((one) => one === event.currentTarget.value) ?? 'data' })}
            data={TYPES.map((value) => ({ value, label: t(`messages.proof.${value}`) }))}
          />
          <TextInput
            label={t('messages.proofText')}
            value={proof.text}
            onChange={(event) => change(at, { text: event.currentTarget.value })}
            maxLength={500}
          />
          <TextInput
            label={t('messages.source')}
            value={proof.source}
            error={proof.text.trim() !== '' && proof.source.trim() === '' ? t('messages.sourceNeeded') : undefined}
            onChange={(event) => change(at, { source: event.currentTarget.value })}
            maxLength={300}
          />
          <TextInput
            type="date"
            label={t('messages.on')}
            value={proof.on ?? ''}
            onChange={(event) => change(at, { on: event.currentTarget.value || null })}
          />
          <TextInput
            type="date"
            label={t('messages.expiresOn')}
            value={proof.expiresOn ?? ''}
            onChange={(event) => change(at, { expiresOn: event.currentTarget.value || null })}
          />
          <ActionIcon
            variant="subtle"
            size={36}
            aria-label={t('messages.remove', { name: proof.text })}
            onClick={() => onChange(proofs.toSpliced(at, 1))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        disabled={proofs.length >= 10}
        onClick={() => onChange([...proofs, { type: 'data', text: '', source: '', on: null, expiresOn: null }])}
      >
        {t('messages.addProof')}
      </Button>
    </fieldset>
  )
}
