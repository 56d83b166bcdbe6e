import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import look from './view-switch.module.css'

const VIEWS = ['leads', 'team'] as const

/** Leads one by one, or what runs out next in the team. */
export function ViewSwitch({ view, onChange }: { view: 'leads' | 'team'; onChange: () => void }) {
  const { t } = useTranslation()
  const name = useId()
  return (
    <div className={look.switch} role="radiogroup" aria-label={t('today.view.label')}>
      {VIEWS.map((one) => (
        <label key={one} className={look.choice}>
          <input type="radio" name={name} value={one} checked={one === view} onChange={onChange} />
          {t(`today.view.${one}`)}
        </label>
      ))}
    </div>
  )
}
