import { useTranslation } from 'react-i18next'
import type { Rate } from '../api/types.ts'
import { useNumbers } from './numbers.ts'
import look from './rate-text.module.css'

/** A rate with its sample and its 95 % interval in a quiet second line. Nobody yet is said, never shown as 0 %. */
export function RateText({ rate, isBig = false }: { rate: Rate; isBig?: boolean | undefined }) {
  const { t } = useTranslation()
  const { count, share } = useNumbers()
  if (rate.rate === null) return <span className="quiet">{t('common.rate.none')}</span>
  const sample = t('common.rate.sample', { k: count(rate.k), n: count(rate.n) })
  const bounds = rate.low === null || rate.high === null ? null : { low: share(rate.low), high: share(rate.high) }
  return (
    <span className={look.rate}>
      <span className={isBig ? look.big : look.value}>{share(rate.rate)}</span>
      <span className={look.sample} title={bounds === null ? undefined : t('common.rate.interval', bounds)}>
        {sample}
        {bounds === null ? null : ` · ${t('common.rate.short', bounds)}`}
      </span>
    </span>
  )
}
