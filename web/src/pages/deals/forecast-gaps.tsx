import { useTranslation } from 'react-i18next'
import type { DealSum, Forecast } from './queries.ts'
import look from './reports.module.css'
import type { RowsOf } from './rows-drawer.tsx'
import { Sums } from './sums.tsx'

/** Open deals that are in none of the months, and why: each is a list to put right. */
export function ForecastGaps({ forecast, onRows }: { forecast: Forecast; onRows: (rows: RowsOf) => void }) {
  const { t } = useTranslation()
  const count = (sums: readonly DealSum[]) => sums.reduce((sum, one) => sum + one.deals, 0)
  const overdue = count(forecast.overdue)
  const undated = count(forecast.withoutDate)
  if (overdue + undated + forecast.withoutAmount === 0) return null
  return (
    <ul className={look.gaps} aria-label={t('deals.forecast.gaps')}>
      {overdue === 0 ? null : (
        <li>
          <button
            type="button"
            className={look.gap}
            data-tone="breach"
            onClick={() =>
              onRows({
                title: t('deals.due.close date over'),
                filters: { status: 'open', due: 'close date over' },
                sort: 'closing',
              })
            }
          >
            {t('deals.forecast.overdue', { count: overdue })} <Sums sums={forecast.overdue} />
          </button>
        </li>
      )}
      {undated === 0 ? null : (
        <li className={look.gap}>
          {t('deals.forecast.withoutDate', { count: undated })} <Sums sums={forecast.withoutDate} />
        </li>
      )}
      {forecast.withoutAmount === 0 ? null : (
        <li className={look.gap}>{t('deals.forecast.withoutAmount', { count: forecast.withoutAmount })}</li>
      )}
    </ul>
  )
}
