import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseAmount } from '../../acts/parse-amount.ts'
import { api, done, take } from '../../api/client.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { sayRefused, sayUndo } from '../../ui/toast.ts'
import look from './campaigns.module.css'
import type { CampaignView } from './queries.ts'

/** One amount for some days of a campaign, entered by hand; it can be taken back. */
export function InvoiceDrawer({ campaign, onClose }: { campaign: CampaignView; onClose: () => void }) {
  const { t } = useTranslation()
  const { money } = useNumbers()
  const client = useQueryClient()
  const [label, setLabel] = useState('')
  const [written, setWritten] = useState('')
  const [currency, setCurrency] = useState(campaign.currency)
  const [kind, setKind] = useState<'spend' | 'credit'>('spend')
  const [from, setFrom] = useState(campaign.startsOn ?? '')
  const [to, setTo] = useState(campaign.endsOn ?? '')
  const amountCents = parseAmount(written)
  const refresh = () => client.invalidateQueries({ queryKey: ['campaigns'] })
  const remove = useMutation({
    mutationFn: (invoiceId: string) =>
      done(api.DELETE('/api/invoices/{invoiceId}', { params: { path: { invoiceId } } })),
    onError: (error) => sayRefused(error),
    onSettled: refresh,
  })
  const enter = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/invoices', {
          body: {
            campaignId: campaign.id,
            channel: null,
            label: label.trim(),
            kind,
            amountCents: amountCents ?? 0,
            currency,
            from,
            to: to || from,
          },
        }),
      ),
    onSuccess: ({ id }) => {
      sayUndo(t('campaigns.invoice.entered', { amount: money(amountCents ?? 0, currency) }), () => remove.mutate(id))
      onClose()
    },
    onError: (error) => sayRefused(error),
    onSettled: refresh,
  })
  const isWrong = label.trim() === '' || amountCents === null || amountCents === 0 || from === ''
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={t('campaigns.invoice.title')}
      footer={
        <div className={look.buttons}>
          <Button onClick={onClose}>{t('campaigns.form.cancel')}</Button>
          <Button variant="filled" disabled={isWrong} loading={enter.isPending} onClick={() => enter.mutate()}>
            {t('campaigns.invoice.save')}
          </Button>
        </div>
      }
    >
      <form
        className={look.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isWrong) enter.mutate()
        }}
      >
        <p className="quiet">{t('campaigns.invoice.text')}</p>
        <TextInput
          label={t('campaigns.invoice.label')}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          maxLength={200}
          data-autofocus
        />
        <div className={look.pair}>
          <TextInput
            label={t('campaigns.invoice.amount')}
            value={written}
            inputMode="decimal"
            error={written !== '' && amountCents === null ? t('campaigns.form.wrongAmount') : null}
            onChange={(event) => setWritten(event.currentTarget.value)}
          />
          <TextInput
            label={t('campaigns.form.currency')}
            value={currency}
            maxLength={3}
            onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
          />
          <TextInput
            type="date"
            label={t('campaigns.invoice.from')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('campaigns.invoice.to')}
            value={to}
            min={from}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </div>
        <Select
          label={t('campaigns.invoice.kind')}
          data={[
            { value: 'spend', label: t('campaigns.invoice.spend') },
            { value: 'credit', label: t('campaigns.invoice.credit') },
          ]}
          value={kind}
          onChange={(value) => setKind(value === 'credit' ? 'credit' : 'spend')}
          allowDeselect={false}
        />
      </form>
    </Drawer>
  )
}
