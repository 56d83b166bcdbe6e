import { Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer, OnAnswer } from './answer.ts'
import { AnswerForm } from './answer-form.tsx'
import { nameOf } from './name-of.ts'
import type { DealRow } from './queries.ts'

type Props = { deal: DealRow; onClose: () => void; onAnswer: OnAnswer }

/** The next step of a deal, and its day. */
export function StepDialog({ deal, onClose, onAnswer }: Props) {
  const { t } = useTranslation()
  const [step, setStep] = useState(deal.nextStep ?? '')
  const [on, setOn] = useState(deal.nextStepAt?.slice(0, 10) ?? '')
  const answer = (): Answer => {
    const nextStepAt = on === '' ? null : new Date(`${on}T09:00`).toISOString()
    return { facts: [{ kind: 'deal.changed', data: { deal: deal.id, nextStep: step.trim(), nextStepAt } }] }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('deals.step.title', { deal: nameOf(deal, t) })}
      size={440}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <AnswerForm confirm={t('common.save')} isReady={step.trim() !== ''} answer={answer} onAnswer={onAnswer}>
        <TextInput
          label={t('deals.field.nextStep')}
          value={step}
          maxLength={2_000}
          onChange={(event) => setStep(event.currentTarget.value)}
          data-autofocus
        />
        <TextInput
          type="date"
          label={t('deals.field.on')}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
      </AnswerForm>
    </Modal>
  )
}
