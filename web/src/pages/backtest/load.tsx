import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import look from './backtest.module.css'
import type { Report } from './queries.ts'
import { WeeksPicture } from './weeks-picture.tsx'

/** What each seller would get, against what the pools let them take. */
export function Load({ report, onSeller }: { report: Report; onSeller: (seller: string) => void }) {
  const { t } = useTranslation()
  const { count, points } = useNumbers()
  const { load } = report.figures
  const isOver = load.capacityPerWeek !== null && load.draftPerWeek > load.capacityPerWeek
  const sellers = load.sellers.filter((each) => each.draft > 0 || each.inForce > 0 || each.capacityPerWeek !== 0)
  return (
    <>
      <p className={look.lead} data-tone={isOver ? 'breach' : undefined}>
        {t('backtest.load.perWeek', { draft: points(load.draftPerWeek), inForce: points(load.inForcePerWeek) })}
        {'; '}
        {load.capacityPerWeek === null
          ? t('backtest.load.noCapacity')
          : t('backtest.load.capacity', { n: points(load.capacityPerWeek) })}
        {isOver && `: ${t('backtest.load.over')}`}.
      </p>
      <WeeksPicture weeks={load.weeks} capacity={load.capacityPerWeek} zone={report.zone} />
      {sellers.length === 0 ? (
        <p className="quiet">{t('backtest.load.nobody')}</p>
      ) : (
        <div className={look.scroll}>
          <table className={look.table}>
            <thead>
              <tr>
                <th scope="col">{t('backtest.load.seller')}</th>
                <th scope="col">{t('backtest.load.draft')}</th>
                <th scope="col">{t('backtest.load.inForce')}</th>
                <th scope="col">{t('backtest.load.week')}</th>
                <th scope="col">{t('backtest.load.busiest')}</th>
                <th scope="col">{t('backtest.load.limit')}</th>
              </tr>
            </thead>
            <tbody>
              {sellers.map((each) => (
                <tr key={each.seller}>
                  <th scope="row">{each.name}</th>
                  <td>
                    <OpenNumber
                      onOpen={() => onSeller(each.seller)}
                      label={t('backtest.rows.seller', { name: each.name })}
                    >
                      {count(each.draft)}
                    </OpenNumber>
                  </td>
                  <td>{count(each.inForce)}</td>
                  <td>
                    <span className={look.bar}>
                      <span>{points(each.draftPerWeek)}</span>
                      {each.capacityPerWeek !== null && each.capacityPerWeek > 0 && (
                        <span className={look.track} aria-hidden>
                          <span
                            className={look.fill}
                            data-is-over={each.draftPerWeek > each.capacityPerWeek || undefined}
                            style={{ width: `${Math.min(100, (each.draftPerWeek / each.capacityPerWeek) * 100)}%` }}
                          />
                        </span>
                      )}
                    </span>
                  </td>
                  <td>{count(each.draftBusiest)}</td>
                  <td>{each.capacityPerWeek === null ? t('backtest.load.noLimit') : points(each.capacityPerWeek)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
