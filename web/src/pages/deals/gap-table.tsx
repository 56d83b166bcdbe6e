import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import { GapBar } from './gap-bar.tsx'
import type { WinLoss } from './queries.ts'
import look from './reports.module.css'
import type { RowsOf } from './rows-drawer.tsx'
import { SmallSample } from './small-sample.tsx'
import { withCapital } from './with-capital.ts'

type Gap = WinLoss['gap'][number]

/** What sellers say lost the deals, beside what buyers say. */
export function GapTable({ result, onRows }: { result: WinLoss; onRows: (rows: RowsOf) => void }) {
  const { t } = useTranslation()
  const { share, count } = useNumbers()
  const asked = result.sources.some((source) => source.saidBy === 'buyer' || source.saidBy === 'survey')
  if (!asked || result.gap.length === 0) return <p className="quiet">{t('deals.results.noBuyer')}</p>
  const rate = ({ rate: value, k, n }: Gap['seller']) =>
    value === null ? (
      <span className="quiet">–</span>
    ) : (
      <>
        {share(value)}
        <span className={look.second}>{t('common.rate.sample', { k: count(k), n: count(n) })}</span>
      </>
    )
  return (
    <div className={look.scroll}>
      <table className={look.table}>
        <thead>
          <tr>
            <th>{t('deals.reason.label')}</th>
            <th className={look.number}>{t('deals.saidBy.seller')}</th>
            <th className={look.number}>{t('deals.saidBy.buyer')}</th>
            <th className={look.wide}>{t('deals.results.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {result.gap.map((gap) => (
            <tr key={gap.code}>
              <th scope="row">
                {withCapital(gap.says)}
                <SmallSample isSmall={gap.isSmall} />
              </th>
              <td className={look.number}>
                <OpenNumber
                  onOpen={() =>
                    onRows({
                      title: `${gap.says} · ${t('deals.saidBy.seller')}`,
                      filters: { reason: gap.code, saidBy: 'seller', status: 'closed' },
                      sort: 'closed',
                    })
                  }
                >
                  {rate(gap.seller)}
                </OpenNumber>
              </td>
              <td className={look.number}>
                <OpenNumber
                  onOpen={() =>
                    onRows({
                      title: `${gap.says} · ${t('deals.saidBy.buyer')}`,
                      filters: { reason: gap.code, saidBy: 'buyer', status: 'closed' },
                      sort: 'closed',
                    })
                  }
                >
                  {rate(gap.buyer)}
                </OpenNumber>
              </td>
              <td className={look.wide}>
                <GapBar gap={gap} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
