import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { parseAmount } from '../../acts/parse-amount.ts'
import { useSession } from '../../api/session.ts'
import { Moment } from '../../ui/moment.tsx'
import { Money } from '../../ui/money.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { UserText } from '../../ui/user-text.tsx'
import { CloseDay } from './close-day.tsx'
import look from './deal-view.module.css'
import { EditableText } from './editable.tsx'
import { type DealView, settingsQuery } from './queries.ts'
import { rowOf } from './row-of.ts'
import type { DealActs } from './use-deal-acts.tsx'
import { useWrittenAmount } from './written-amount.ts'

/** What was agreed so far, each changed where it stands. */
export function Terms({ deal, acts }: { deal: DealView; acts: DealActs }) {
  const { t } = useTranslation()
  const { share } = useNumbers()
  const company = useSession().currency
  const write = useWrittenAmount()
  const row = rowOf(deal)
  const { mayChange } = acts
  const currency = deal.currency ?? company
  const saveAmount = (typed: string) => {
    const amountCents = parseAmount(typed)
    if (amountCents === null) return false
    acts.change(row, { amountCents, currency })
    return true
  }
  const saveStepDay = (day: string) => {
    acts.change(row, { nextStepAt: day === '' ? null : new Date(`${day}T09:00`).toISOString() })
  }
  return (
    <dl className={look.terms}>
      <Term name={t('deals.field.amount')}>
        <EditableText
          label={t('deals.field.amount')}
          value={write(deal.amountCents)}
          shown={<Money cents={deal.amountCents} currency={deal.currency} />}
          mayChange={mayChange}
          onSave={saveAmount}
        />
      </Term>
      <Term name={t('deals.field.closeDate')}>
        <EditableText
          label={t('deals.field.closeDate')}
          type="date"
          value={deal.closeDate ?? ''}
          shown={<CloseDay day={deal.closeDate} isOpen={deal.status === 'open'} />}
          mayChange={mayChange}
          onSave={(day) => acts.change(row, { closeDate: day === '' ? null : day })}
        />
      </Term>
      <Term name={t('deals.field.nextStep')}>
        <EditableText
          label={t('deals.field.nextStep')}
          value={deal.nextStep ?? ''}
          mayChange={mayChange}
          onSave={(nextStep) => acts.change(row, { nextStep })}
        />
      </Term>
      <Term name={t('deals.field.due')}>
        <EditableText
          label={t('deals.field.due')}
          type="date"
          value={deal.nextStepAt?.slice(0, 10) ?? ''}
          shown={deal.nextStepAt === null ? undefined : <CloseDay day={deal.nextStepAt.slice(0, 10)} isOpen />}
          mayChange={mayChange}
          onSave={saveStepDay}
        />
      </Term>
      <Term name={t('deals.field.owner')}>
        <Owner deal={deal} acts={acts} />
      </Term>
      {deal.probability === null ? null : <Term name={t('deals.field.probability')}>{share(deal.probability)}</Term>}
      <Term name={t('deals.field.opened')}>
        <Moment at={deal.openedAt} />
      </Term>
      {deal.need === null ? null : <Term name={t('deals.field.needShort')}>{deal.need}</Term>}
    </dl>
  )
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={look.term}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Owner({ deal, acts }: { deal: DealView; acts: DealActs }) {
  const { t } = useTranslation()
  const owners = useQuery(settingsQuery).data?.owners ?? []
  if (!acts.mayChange || owners.length === 0) return <UserText user={deal.owner} />
  const known = deal.owner === null || owners.some((owner) => owner.id === deal.owner?.id)
  const all = known || deal.owner === null ? owners : [deal.owner, ...owners]
  return (
    <NativeSelect
      aria-label={t('deals.field.owner')}
      variant="unstyled"
      className={look.owner ?? ''}
      value={deal.owner?.id ?? ''}
      onChange={(event) => {
        const closer = event.currentTarget.value
        if (closer !== '') acts.change(rowOf(deal), { closer })
      }}
      data={[
        ...(deal.owner === null ? [{ value: '', label: t('common.nobody') }] : []),
        ...all.map((owner) => ({ value: owner.id, label: owner.name })),
      ]}
    />
  )
}
