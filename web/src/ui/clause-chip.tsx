import { useTranslation } from 'react-i18next'
import look from './badges.module.css'

/** The number of a clause, small and quiet. With `onOpen` it is a button. */
export function ClauseChip({ clause, onOpen }: { clause: string; onOpen?: (() => void) | undefined }) {
  const { t } = useTranslation()
  // A reason is a clause too, and is known by its words.
  const shown = /^[A-Z]+\d/.test(clause) ? `§${clause}` : clause
  const label = t('common.clause', { clause })
  if (onOpen === undefined) {
    return (
      <span className={look.clause} title={label}>
        {shown}
      </span>
    )
  }
  return (
    <button type="button" className={look.clause} onClick={onOpen} aria-label={label}>
      {shown}
    </button>
  )
}
