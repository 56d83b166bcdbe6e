import { useTranslation } from 'react-i18next'
import look from './reports.module.css'

/** Says that a number stands on too few deals to be leant on. */
export function SmallSample({ isSmall }: { isSmall: boolean }) {
  const { t } = useTranslation()
  return isSmall ? <span className={look.small}>{t('deals.small')}</span> : null
}
