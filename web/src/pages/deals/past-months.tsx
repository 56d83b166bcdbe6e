import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import { sayMonth } from './month.ts'
import type { Forecast } from './queries.ts'
import look from './reports.module.css'

type Props = { past: Forecast['past']; onOpen: (month: string, currency: string) => void }

/** Months that are over: what was said when they began, beside what they brought. */
export function PastMonths({ past, onOpen }: Props) {
  const { t, i18n } = useTranslation()
  const { money } = useNumbers()
  const most = Math.max(1, ...past.flatMap((month) => [month.saidCents, month.cameCents, month.byStageCents]))
  const part = (cents: number) => `${(cents / most) * 100}%`
  return (
    <div className={look.scroll}>
      <table className={look.table}>
        <thead>
          <tr>
            <th>{t('deals.forecast.month')}</th>
            <th>{t('deals.forecast.saidAndCame')}</th>
            <th className={look.number}>{t('deals.forecast.said')}</th>
            <th className={look.number}>{t('deals.forecast.way.byStage')}</th>
            <th className={look.number}>{t('deals.forecast.came')}</th>
          </tr>
        </thead>
        <tbody>
          {past.map((month) => (
            <tr key={`${month.month} ${month.currency}`}>
              <th scope="row">{sayMonth(month.month, i18n.language)}</th>
              <td className={look.pair} aria-hidden>
                <span className={look.saidBar} style={{ width: part(month.saidCents) }} />
                <span className={look.cameBar} style={{ width: part(month.cameCents) }} />
              </td>
              <td className={look.number}>{money(month.saidCents, month.currency)}</td>
              <td className={look.number}>{money(Math.round(month.byStageCents / 100) * 100, month.currency)}</td>
              <td className={look.number}>
                <OpenNumber
                  label={t('deals.forecast.behindMonth', { month: sayMonth(month.month, i18n.language) })}
                  onOpen={() => onOpen(month.month, month.currency)}
                >
                  {money(month.cameCents, month.currency)}
                </OpenNumber>
                <span className={look.second}>{t('deals.count', { count: month.deals })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
