import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import type { Forecast } from './queries.ts'
import look from './reports.module.css'
import type { RowsOf } from './rows-drawer.tsx'
import { SmallSample } from './small-sample.tsx'

type Seller = Forecast['sellers'][number]

/** What each seller's deals say, what came of what they said before, and so what may be expected. */
export function SellersTable({ sellers, onRows }: { sellers: Forecast['sellers']; onRows: (rows: RowsOf) => void }) {
  const { t } = useTranslation()
  const { money } = useNumbers()
  const nameOf = (seller: Seller) => seller.owner?.name ?? t('common.nobody')
  return (
    <div className={look.scroll}>
      <table className={look.table}>
        <thead>
          <tr>
            <th>{t('deals.column.owner')}</th>
            <th className={look.number}>{t('deals.forecast.says')}</th>
            <th className={look.number}>{t('deals.forecast.accuracy')}</th>
            <th className={look.number}>{t('deals.forecast.expected')}</th>
          </tr>
        </thead>
        <tbody>
          {sellers.map((seller) => (
            <tr key={`${seller.owner?.id ?? ''} ${seller.currency}`}>
              <th scope="row">{nameOf(seller)}</th>
              <td className={look.number}>
                <OpenNumber
                  label={t('deals.forecast.openOf', { name: nameOf(seller) })}
                  onOpen={() =>
                    onRows({
                      title: t('deals.forecast.openOf', { name: nameOf(seller) }),
                      filters: { status: 'open', owner: seller.owner?.id ?? 'nobody', currency: seller.currency },
                      sort: 'closing',
                    })
                  }
                >
                  {money(seller.saidCents, seller.currency)}
                </OpenNumber>
                <span className={look.second}>{t('deals.count', { count: seller.deals })}</span>
              </td>
              <td className={look.number}>
                <Accuracy past={seller.past} currency={seller.currency} />
              </td>
              <td className={look.number}>
                {seller.expectedCents === null ? (
                  <span className="quiet">{t('deals.forecast.cannotSay')}</span>
                ) : (
                  <b>{money(Math.round(seller.expectedCents / 100) * 100, seller.currency)}</b>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Accuracy({ past, currency }: { past: Seller['past']; currency: string }) {
  const { t } = useTranslation()
  const { share, money } = useNumbers()
  if (past.ratio === null) return <span className="quiet">{t('deals.forecast.noPast')}</span>
  const interval =
    past.lowRatio === null || past.highRatio === null ? '' : ` (${share(past.lowRatio)}–${share(past.highRatio)})`
  return (
    <>
      <b>{share(past.ratio)}</b>
      {interval}
      <span className={look.second}>
        {t('deals.forecast.cameOfSaid', {
          came: money(past.cameCents, currency),
          said: money(past.saidCents, currency),
          count: past.months,
        })}
      </span>
      <SmallSample isSmall={past.isSmall} />
    </>
  )
}
