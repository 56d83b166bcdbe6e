import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import { type Bar, Bars } from './bars.tsx'
import { daysOfMonth, sayMonth } from './month.ts'
import type { Forecast } from './queries.ts'
import look from './reports.module.css'
import type { RowsOf } from './rows-drawer.tsx'

type Month = Forecast['months'][number]
const METHODS = ['byStage', 'byHistory', 'bySeller'] as const
type Method = (typeof METHODS)[number]

type Props = { months: readonly Month[]; currency: string; onRows: (rows: RowsOf) => void }

/** The months: a picture of the three ways, and beneath it the same in figures. Each figure opens its deals. */
export function ForecastMonths({ months, currency, onRows }: Props) {
  const { t, i18n } = useTranslation()
  const { money } = useNumbers()
  const title = (month: Month) => sayMonth(month.month, i18n.language)
  const openRows = (month: Month): RowsOf => {
    const { from, to } = daysOfMonth(month.month)
    return {
      title: t('deals.forecast.openIn', { month: title(month) }),
      filters: { status: 'open', closeFrom: from, closeTo: to, currency },
      sort: 'largest',
    }
  }
  const most = Math.max(
    ...months.flatMap((month) => METHODS.map((way) => month[way]?.highCents ?? month[way]?.cents ?? 0)),
    1,
  )
  const barOf = (month: Month, way: Method): Bar => {
    const band = month[way]
    const value = band === null ? t('deals.forecast.cannotSay') : money(band.cents, currency)
    return {
      id: way,
      value: band?.cents ?? null,
      low: band?.lowCents ?? null,
      high: band?.highCents ?? null,
      label: `${title(month)}, ${t(`deals.forecast.way.${way}`)}: ${value}`,
      onOpen: () => onRows(openRows(month)),
    }
  }
  return (
    <>
      <ul className={look.legend} aria-hidden>
        {METHODS.map((way, index) => (
          <li key={way} data-tint={index}>
            {t(`deals.forecast.way.${way}`)}
          </li>
        ))}
      </ul>
      <Bars
        label={t('deals.forecast.picture')}
        most={most}
        groups={months.map((month) => ({
          id: month.month,
          title: title(month),
          bars: METHODS.map((way) => barOf(month, way)),
        }))}
      />
      <div className={look.scroll}>
        <table className={look.table}>
          <thead>
            <tr>
              <th>{t('deals.forecast.month')}</th>
              <th className={look.number}>{t('deals.forecast.open')}</th>
              {METHODS.map((way) => (
                <th key={way} className={look.number}>
                  {t(`deals.forecast.way.${way}`)}
                </th>
              ))}
              <th className={look.number}>{t('deals.forecast.won')}</th>
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <tr key={month.month}>
                <th scope="row">{title(month)}</th>
                <td className={look.number}>
                  <OpenNumber
                    onOpen={() => onRows(openRows(month))}
                    label={t('deals.forecast.openIn', { month: title(month) })}
                  >
                    {money(month.openCents, currency)}
                  </OpenNumber>
                  <span className={look.second}>{t('deals.count', { count: month.deals })}</span>
                </td>
                {METHODS.map((way) => (
                  <td key={way} className={look.number}>
                    <Band band={month[way]} currency={currency} />
                  </td>
                ))}
                <td className={look.number}>
                  <Won month={month} onRows={onRows} title={title(month)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Band({ band, currency }: { band: Month[Method]; currency: string }) {
  const { t } = useTranslation()
  const { money } = useNumbers()
  if (band === null) return <span className="quiet">{t('deals.forecast.cannotSay')}</span>
  return (
    <>
      <b>{money(Math.round(band.cents / 100) * 100, currency)}</b>
      {band.lowCents === null || band.highCents === null ? null : (
        <span className={look.second}>
          {money(Math.round(band.lowCents / 100) * 100, currency)} –{' '}
          {money(Math.round(band.highCents / 100) * 100, currency)}
        </span>
      )}
    </>
  )
}

function Won({ month, onRows, title }: { month: Month; onRows: Props['onRows']; title: string }) {
  const { t } = useTranslation()
  const { money } = useNumbers()
  if (month.wonDeals === 0) return <span className="quiet">–</span>
  const { from, to } = daysOfMonth(month.month)
  const label = t('deals.forecast.wonIn', { month: title })
  const filters = { status: 'won', closedFrom: from, closedTo: to, currency: month.currency } as const
  return (
    <>
      <OpenNumber label={label} onOpen={() => onRows({ title: label, filters, sort: 'closed' })}>
        {money(month.wonCents, month.currency)}
      </OpenNumber>
      <span className={look.second}>
        {month.unprovenCents === 0
          ? t('deals.count', { count: month.wonDeals })
          : t('deals.forecast.unproven', { money: money(month.unprovenCents, month.currency) })}
      </span>
    </>
  )
}
