import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../../ui/key-hint.tsx'
import { MOST_ALSO, type Picked, pickReason } from './pick-reason.ts'
import type { DealSettings } from './queries.ts'
import look from './reason-picker.module.css'
import { withCapital } from './with-capital.ts'

type Props = {
  label: string
  reasons: DealSettings['reasons']
  picked: Picked
  onPick: (picked: Picked) => void
}

/** The one list of reasons: the first chosen is the main one, up to two more stand beside it. Numbers choose too. */
export function ReasonPicker({ label, reasons, picked, onPick }: Props) {
  const { t } = useTranslation()
  const onKeyDown = (event: KeyboardEvent) => {
    const reason = /^[1-9]$/.test(event.key) ? reasons[Number(event.key) - 1] : undefined
    if (reason === undefined) return
    event.preventDefault()
    onPick(pickReason(picked, reason.code))
  }
  const isFull = picked.also.length === MOST_ALSO
  return (
    <fieldset className={look.field} onKeyDown={onKeyDown}>
      <legend className={look.legend}>{label}</legend>
      <ul className={look.reasons}>
        {reasons.map((reason, index) => {
          const isMain = picked.main === reason.code
          const isAlso = picked.also.includes(reason.code)
          return (
            <li key={reason.code}>
              <button
                type="button"
                className={look.reason}
                aria-pressed={isMain || isAlso}
                data-is-main={isMain || undefined}
                aria-disabled={isFull && !isMain && !isAlso}
                data-autofocus={index === 0 || undefined}
                onClick={() => onPick(pickReason(picked, reason.code))}
              >
                {index < 9 ? <KeyHint keys={String(index + 1)} /> : <span />}
                <span>{withCapital(reason.says)}</span>
                <span className={look.role}>
                  {isMain ? t('deals.reason.main') : isAlso ? t('deals.reason.also') : ''}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      <p className={look.hint}>{t('deals.reason.hint')}</p>
    </fieldset>
  )
}
