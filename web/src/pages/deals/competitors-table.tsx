import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import { RateText } from '../../ui/rate-text.tsx'
import type { WinLoss } from './queries.ts'
import look from './reports.module.css'
import type { RowsOf } from './rows-drawer.tsx'
import { SmallSample } from './small-sample.tsx'

const COLUMNS = ['open', 'won', 'lost', 'undecided'] as const
type Props = { competitors: WinLoss['competitors']; onRows: (rows: RowsOf) => void }

/** Against whom deals are won and lost. */
export function CompetitorsTable({ competitors, onRows }: Props) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  if (competitors.length === 0) return <p className="quiet">{t('deals.results.noCompetitors')}</p>
  return (
    <div className={look.scroll}>
      <table className={look.table}>
        <thead>
          <tr>
            <th>{t('deals.lose.competitor')}</th>
            {COLUMNS.map((column) => (
              <th key={column} className={look.number}>
                {t(`deals.status.${column}`)}
              </th>
            ))}
            <th className={look.number}>{t('deals.results.winRate')}</th>
          </tr>
        </thead>
        <tbody>
          {competitors.map((one) => (
            <tr key={one.competitor}>
              <th scope="row">{one.competitor}</th>
              {COLUMNS.map((column) => (
                <td key={column} className={look.number}>
                  {one[column] === 0 ? (
                    <span className="quiet">–</span>
                  ) : (
                    <OpenNumber
                      onOpen={() =>
                        onRows({
                          title: `${one.competitor} · ${t(`deals.status.${column}`)}`,
                          filters: {
                            competitor: one.competitor,
                            status: column,
                            ...(column === 'open' ? { closedFrom: undefined, closedTo: undefined } : {}),
                          },
                          sort: column === 'open' ? 'closing' : 'closed',
                        })
                      }
                    >
                      {count(one[column])}
                    </OpenNumber>
                  )}
                </td>
              ))}
              <td className={look.number}>
                <RateText rate={one.winRate} />
                <SmallSample isSmall={one.isSmall} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
