import { Modal, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newMessageId } from '../../acts/message-id.ts'
import { parseAmount } from '../../acts/parse-amount.ts'
import { useSession } from '../../api/session.ts'
import { sayPipeline } from '../../story/say-deal-stage.ts'
import { AnswerForm } from './answer-form.tsx'
import look from './dialogs.module.css'
import { type Person, PersonField } from './person-field.tsx'
import { settingsQuery } from './queries.ts'

export type Opened = { personId: string; id: string; name: string; data: Record<string, unknown> }
type Props = {
  /** Whom it is with, when that is known already. */
  person?: Person | undefined
  pipeline?: string | undefined
  onClose: () => void
  onAnswer: (opened: Opened) => Promise<Error | null>
}

/** A new deal: with whom, about what, for how much, and what comes next. */
export function OpenDialog({ person: fixed, pipeline: here, onClose, onAnswer }: Props) {
  const { t } = useTranslation()
  const company = useSession().currency
  const settings = useQuery(settingsQuery).data
  const pipelines = settings?.pipelines ?? []
  const [person, setPerson] = useState<Person | null>(fixed ?? null)
  const [name, setName] = useState('')
  const [amount, setAmount] = useState('')
  const [currency, setCurrency] = useState(company)
  const [pipeline, setPipeline] = useState(here ?? '')
  const [closeDate, setCloseDate] = useState('')
  const [nextStep, setNextStep] = useState('')
  const amountCents = parseAmount(amount)
  const isWrong = amount.trim() !== '' && amountCents === null
  const submit = async () => {
    if (person === null || isWrong) return null
    const id = newMessageId()
    const title = name.trim() || (person.company ?? person.name)
    const data = {
      deal: id,
      name: title,
      ...(amountCents === null ? {} : { amountCents, currency }),
      ...(pipeline === '' ? {} : { pipeline }),
      ...(closeDate === '' ? {} : { closeDate }),
      ...(nextStep.trim() === '' ? {} : { nextStep: nextStep.trim() }),
    }
    return onAnswer({ personId: person.personId, id, name: title, data })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('deals.add')}
      size={480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <AnswerForm
        confirm={t('deals.open.confirm')}
        isReady={person !== null && !isWrong}
        answer={() => ({ facts: [] })}
        onAnswer={submit}
      >
        {fixed === undefined ? <PersonField person={person} onPerson={setPerson} /> : null}
        <TextInput
          label={t('deals.field.name')}
          placeholder={person === null ? undefined : (person.company ?? person.name)}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
          {...(fixed === undefined ? {} : { 'data-autofocus': true })}
        />
        <div className={look.two}>
          <TextInput
            label={t('deals.field.amount')}
            inputMode="decimal"
            value={amount}
            onChange={(event) => setAmount(event.currentTarget.value)}
            error={isWrong ? t('deals.field.amountWrong') : null}
          />
          <NativeSelect
            label={t('deals.field.currency')}
            value={currency}
            onChange={(event) => setCurrency(event.currentTarget.value)}
            data={[...new Set([company, ...(settings?.currencies ?? [])])]}
          />
        </div>
        <div className={look.two}>
          <TextInput
            type="date"
            label={t('deals.field.closeDate')}
            value={closeDate}
            onChange={(event) => setCloseDate(event.currentTarget.value)}
          />
          {pipelines.length < 2 ? null : (
            <NativeSelect
              label={t('deals.filters.pipeline')}
              value={pipeline || (pipelines.find((one) => one.isDefault)?.name ?? '')}
              onChange={(event) => setPipeline(event.currentTarget.value)}
              data={pipelines.map((one) => ({ value: one.name, label: sayPipeline(one.name) }))}
            />
          )}
        </div>
        <TextInput
          label={t('deals.field.nextStep')}
          value={nextStep}
          maxLength={2_000}
          onChange={(event) => setNextStep(event.currentTarget.value)}
        />
      </AnswerForm>
    </Modal>
  )
}
