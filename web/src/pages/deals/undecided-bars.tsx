import { useTranslation } from 'react-i18next'
import look from './reports.module.css'

type Row = { id: string; title: string; value: number; onOpen: () => void }

/** Why nobody decided: short bars, apart from wins and losses. */
export function UndecidedBars({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation()
  if (rows.length === 0) return <p className="quiet">{t('deals.results.noneUndecided')}</p>
  const most = Math.max(...rows.map((row) => row.value))
  return (
    <ul className={look.bars}>
      {rows
        .toSorted((a, b) => b.value - a.value)
        .map((row) => (
          <li key={row.id}>
            <button type="button" className={look.barRow} onClick={row.onOpen}>
              <span>{row.title}</span>
              <span className="tnum quiet">{row.value}</span>
              <span className={look.bar} style={{ width: `${(row.value / most) * 100}%` }} aria-hidden />
            </button>
          </li>
        ))}
    </ul>
  )
}
