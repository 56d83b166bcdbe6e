import { useTranslation } from 'react-i18next'
import type { Rate } from '../../api/types.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { Whisker } from '../funnel/whisker.tsx'
import look from './promises.module.css'

/** Below this many a rate is not named: its interval alone says what is known. */
export const FEW = 30

/** A rate with its whisker; of few leads the interval alone; of none a word. */
export function SmallRate({ rate: { n, k, rate, low, high } }: { rate: Rate }) {
  const { t } = useTranslation()
  const { count, share } = useNumbers()
  if (rate === null || low === null || high === null) return <span className="quiet small">{t('promises.none')}</span>
  const bounds = t('common.rate.short', { low: share(low), high: share(high) })
  return (
    <span className={look.rate} title={t('common.rate.sample', { k: count(k), n: count(n) })}>
      <span className={look.rateNumber}>{n < FEW ? t('promises.few', { n: count(n) }) : share(rate)}</span>
      <Whisker low={low} high={high} rate={n < FEW ? null : rate} most={1} />
      <span className="quiet small">{bounds}</span>
    </span>
  )
}
