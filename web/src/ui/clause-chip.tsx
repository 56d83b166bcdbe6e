import { useTranslation } from 'react-i18next'
import look from './badges.module.css'

/** The number of a clause, small and quiet. With `onOpen` it is a button. */
export function ClauseChip({ clause, onOpen }: { clause: string; onOpen?: (() => void) | undefined }) {
  const { t } = useTranslation()
  const label = t('common.clause', { clause })
  if (onOpen === undefined) {
    return (
      <span className={look.clause} title={label}>
        §{clause}
      </span>
    )
  }
  return (
    <button type="button" className={look.clause} onClick={onOpen} aria-label={label}>
      §{clause}
    </button>
  )
}
