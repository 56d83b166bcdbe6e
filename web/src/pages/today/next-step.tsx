import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answered } from '../../api/types.ts'
import { serverNow } from '../../ui/clock.ts'
import type { DealRow } from '../deals/queries.ts'
import { useDealFacts } from '../deals/use-deal-facts.ts'
import { dayAhead } from './day-ahead.ts'
import look from './deals-today.module.css'
import { dueDealsQuery } from './due-deals-query.ts'

const AHEAD_DAYS = 7

/** What comes next and when: Enter keeps it, Escape leaves it. */
export function NextStep({ deal, name, onClose }: { deal: DealRow; name: string; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { record } = useDealFacts()
  const [step, setStep] = useState('')
  const [on, setOn] = useState(() => dayAhead(serverNow(), AHEAD_DAYS))
  const isReady = step.trim() !== '' && on !== ''
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    const nextStepAt = new Date(`${on}T09:00`).toISOString()
    const owner = deal.owner?.id
    if (owner !== undefined) {
      client.setQueryData<Answered<'listDeals'>>(dueDealsQuery(owner).queryKey, (before) =>
        before === undefined
          ? undefined
          : {
              ...before,
              deals: before.deals.filter((one) => one.id !== deal.id || one.personId !== deal.personId),
            },
      )
    }
    void record({
      personIds: [deal.personId],
      facts: [
        {
          personId: deal.personId,
          kind: 'deal.changed',
          data: { deal: deal.id, nextStep: step.trim(), nextStepAt },
        },
      ],
      said: t('today.steps.kept', { deal: name }),
    })
    onClose()
  }
  return (
    <form
      className={look.form}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      <TextInput
        size="xs"
        className={look.step}
        aria-label={t('today.steps.next', { deal: name })}
        placeholder={t('today.steps.placeholder')}
        value={step}
        maxLength={2_000}
        onChange={(event) => setStep(event.currentTarget.value)}
        autoFocus
      />
      <TextInput
        size="xs"
        type="date"
        aria-label={t('today.steps.on')}
        value={on}
        required
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <Button size="xs" type="submit" variant="filled" disabled={!isReady}>
        {t('common.save')}
      </Button>
      <Button size="xs" onClick={onClose}>
        {t('common.cancel')}
      </Button>
    </form>
  )
}
