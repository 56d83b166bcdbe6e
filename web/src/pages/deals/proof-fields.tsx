import { SegmentedControl, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { sayDate } from '../../ui/say-day.ts'
import look from './dialogs.module.css'
import { FileDrop } from './file-drop.tsx'
import { has, type Proof, type ProofGiven, proofsOf } from './proof-given.ts'
import type { DealView } from './queries.ts'
import { today } from './today.ts'
import type { useUpload } from './use-upload.ts'

type Props = {
  view: DealView
  given: ProofGiven
  onGiven: (given: ProofGiven) => void
  upload: ReturnType<typeof useUpload>
}

/** What proves a win: the signed contract, the payment, or nothing yet where the agreement allows it. */
export function ProofFields({ view, given, onGiven, upload }: Props) {
  const { t, i18n } = useTranslation()
  const set = (part: Partial<ProofGiven>) => onGiven({ ...given, ...part })
  const known = (given.proof === 'contract' ? view.contracts : view.payments)[0]
  return (
    <>
      <fieldset className={look.plain}>
        <legend className={look.legend}>{t('deals.win.proof')}</legend>
        <SegmentedControl<Proof>
          fullWidth
          value={given.proof}
          onChange={(proof) => set({ proof })}
          data={proofsOf(view.win).map((value) => ({ value, label: t(`deals.win.proofs.${value}`) }))}
        />
      </fieldset>
      {has(view, given.proof) && known !== undefined ? (
        <p className={look.fine}>
          <IconCircleCheck size={16} stroke={1.8} aria-hidden />
          {t(given.proof === 'contract' ? 'deals.win.contractThere' : 'deals.win.paymentThere', {
            day: sayDate(known.at, i18n.language),
          })}
        </p>
      ) : null}
      {given.proof === 'contract' && !has(view, 'contract') ? (
        <ContractFields given={given} set={set} upload={upload} />
      ) : null}
      {given.proof === 'payment' && !has(view, 'payment') ? (
        <TextInput
          label={t('deals.win.reference')}
          value={given.reference}
          maxLength={200}
          onChange={(event) => set({ reference: event.currentTarget.value })}
        />
      ) : null}
      {given.proof === 'none' ? (
        <p className={look.warning}>
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          {t('deals.win.unproven')}
        </p>
      ) : null}
    </>
  )
}

type ContractProps = { given: ProofGiven; set: (part: Partial<ProofGiven>) => void; upload: Props['upload'] }

/** The signed contract: the file, the day it was signed, and who signed. */
export function ContractFields({ given, set, upload }: ContractProps) {
  const { t } = useTranslation()
  return (
    <>
      <FileDrop
        label={t('deals.win.contract')}
        file={given.file}
        onFile={(file) => {
          upload.clear()
          set({ file })
        }}
        state={upload.state}
        onStop={upload.stop}
      />
      <div className={look.two}>
        <TextInput
          type="date"
          label={t('deals.win.signedOn')}
          value={given.on}
          max={today()}
          onChange={(event) => set({ on: event.currentTarget.value })}
        />
        <TextInput
          label={t('deals.win.signatories')}
          placeholder={t('deals.win.signatoriesHint')}
          value={given.signatories}
          onChange={(event) => set({ signatories: event.currentTarget.value })}
        />
      </div>
    </>
  )
}
