import { useTranslation } from 'react-i18next'
import { useSession } from '../api/session.ts'
import { useNumbers } from './numbers.ts'

/** An amount in its own currency, or the company's where none is given. Null is said as "no amount". */
export function Money({ cents, currency }: { cents: number | null; currency?: string | null | undefined }) {
  const { t } = useTranslation()
  const company = useSession().currency
  const { money } = useNumbers()
  if (cents === null) return <span className="quiet">{t('common.noAmount')}</span>
  return <span className="tnum">{money(cents, currency ?? company)}</span>
}
