import { Button, Modal, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/session.ts'
import { formatLocale } from '../i18n/format-locale.ts'
import type { DialogProps } from './act-dialog.tsx'
import look from './dialogs.module.css'
import { newMessageId } from './message-id.ts'
import { parseAmount } from './parse-amount.ts'

const PROOFS = ['contract', 'payment', 'none'] as const
type Proof = (typeof PROOFS)[number]

/** Won: which deal, for how much, and what proves it. */
export function WinDialog({ leads, detail, onClose, onAnswer }: DialogProps) {
  const { t, i18n } = useTranslation()
  const { currency: companyCurrency } = useSession()
  const open = detail?.deals.filter((deal) => deal.status === 'open') ?? []
  const [dealId, setDealId] = useState(open[0]?.id ?? '')
  const deal = open.find((one) => one.id === dealId)
  const [name, setName] = useState('')
  const [amount, setAmount] = useState<string | null>(null)
  const [proof, setProof] = useState<Proof>('contract')
  const known = deal?.amountCents ?? null
  const written =
    amount ?? (known === null ? '' : new Intl.NumberFormat(formatLocale(i18n.language)).format(known / 100))
  const currency = deal?.currency ?? companyCurrency
  const amountCents = parseAmount(written)
  const isWrong = written.trim() !== '' && amountCents === null

  const submit = () => {
    if (isWrong) return
    onAnswer({
      deal: deal?.id ?? newMessageId(),
      proof,
      ...(deal === undefined && name.trim() !== '' ? { name: name.trim() } : {}),
      ...(amountCents === null ? {} : { amountCents, currency }),
    })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('acts.win.title', { name: leads[0]?.name ?? '' })}
      size={440}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className={look.form}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {open.length === 0 ? null : (
          <NativeSelect
            label={t('acts.win.deal')}
            value={dealId}
            onChange={(event) => setDealId(event.currentTarget.value)}
            data={[
              ...open.map((one) => ({ value: one.id, label: one.name ?? one.id })),
              { value: '', label: t('acts.win.newDeal') },
            ]}
          />
        )}
        {deal === undefined ? (
          <TextInput
            label={t('acts.win.dealName')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        ) : null}
        <TextInput
          label={`${t('acts.win.amount')} (${currency})`}
          value={written}
          onChange={(event) => setAmount(event.currentTarget.value)}
          inputMode="decimal"
          error={isWrong ? t('acts.win.amountWrong') : undefined}
          data-autofocus
        />
        <fieldset className={look.plain}>
          <legend className={look.legend}>{t('acts.win.proof')}</legend>
          <SegmentedControl<Proof>
            fullWidth
            value={proof}
            onChange={setProof}
            data={PROOFS.map((one) => ({ value: one, label: t(`acts.win.proofs.${one}`) }))}
          />
          {proof === 'none' ? <p className={look.hint}>{t('acts.win.noProof')}</p> : null}
        </fieldset>
        <div className={look.end}>
          <Button type="submit" variant="filled" disabled={isWrong}>
            {t('acts.win.confirm')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
