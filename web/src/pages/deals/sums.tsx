import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import type { DealSum } from './queries.ts'

/** Money by currency, side by side: currencies are never added up. */
export function Sums({ sums }: { sums: readonly DealSum[] }) {
  const { t } = useTranslation()
  const { money } = useNumbers()
  if (sums.length === 0) return <span className="quiet">{t('common.noAmount')}</span>
  return <span className="tnum">{sums.map((one) => money(one.amountCents, one.currency)).join(' + ')}</span>
}
