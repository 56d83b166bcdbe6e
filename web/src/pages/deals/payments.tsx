import { Button, TextInput } from '@mantine/core'
import { IconCoins, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseAmount } from '../../acts/parse-amount.ts'
import { useSession } from '../../api/session.ts'
import { Money } from '../../ui/money.tsx'
import { sayDate } from '../../ui/say-day.ts'
import look from './documents.module.css'
import form from './payments.module.css'
import type { DealView } from './queries.ts'
import { rowOf } from './row-of.ts'
import { today } from './today.ts'
import type { DealActs } from './use-deal-acts.tsx'
import { useWrittenAmount } from './written-amount.ts'

/** What was paid, and a place to say that a payment has come. */
export function Payments({ deal, acts }: { deal: DealView; acts: DealActs }) {
  const { t, i18n } = useTranslation()
  const [isAdding, setIsAdding] = useState(false)
  return (
    <div className={look.documents}>
      {deal.payments.length === 0 && !isAdding ? <p className="quiet">{t('deals.payments.none')}</p> : null}
      <ul className={look.list}>
        {deal.payments.map((payment) => (
          <li key={payment.factId} className={look.document}>
            <IconCoins size={20} stroke={1.5} aria-hidden />
            <span className={look.words}>
              <b className={look.name}>
                <Money cents={payment.amountCents} currency={payment.currency} />
              </b>
              <span className="quiet small">
                {[sayDate(payment.at, i18n.language, 'short'), payment.reference]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {!acts.mayChange ? null : isAdding ? (
        <AddPayment deal={deal} acts={acts} onClose={() => setIsAdding(false)} />
      ) : (
        <div>
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconPlus size={14} stroke={2} aria-hidden />}
            onClick={() => setIsAdding(true)}
          >
            {t('deals.payments.add')}
          </Button>
        </div>
      )}
    </div>
  )
}

function AddPayment({ deal, acts, onClose }: { deal: DealView; acts: DealActs; onClose: () => void }) {
  const { t } = useTranslation()
  const company = useSession().currency
  const write = useWrittenAmount()
  const currency = deal.currency ?? company
  const [amount, setAmount] = useState(write(deal.amountCents))
  const [reference, setReference] = useState('')
  const [on, setOn] = useState(today())
  const amountCents = parseAmount(amount)
  const save = () => {
    if (amountCents === null) return
    const data = {
      deal: deal.id,
      amountCents,
      currency,
      ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
    }
    // Today's payment is known now; an earlier one happened at noon of its day.
    const at = on === today() || on === '' ? {} : { at: new Date(`${on}T12:00`).toISOString() }
    void acts.say(rowOf(deal), [{ kind: 'payment.received', data, ...at }], { said: t('deals.payments.stored') })
    onClose()
  }
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextInput
        label={`${t('deals.field.amount')} (${currency})`}
        inputMode="decimal"
        value={amount}
        onChange={(event) => setAmount(event.currentTarget.value)}
        error={amount.trim() !== '' && amountCents === null ? t('deals.field.amountWrong') : null}
      />
      <TextInput
        type="date"
        label={t('deals.payments.on')}
        value={on}
        max={today()}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <TextInput
        className={form.whole ?? ''}
        label={t('deals.win.reference')}
        value={reference}
        maxLength={200}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      <div className={form.end}>
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" variant="filled" disabled={amountCents === null}>
          {t('deals.payments.confirm')}
        </Button>
      </div>
    </form>
  )
}
