import { useTranslation } from 'react-i18next'
import type { Rate } from '../../api/types.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import { RateText } from '../../ui/rate-text.tsx'
import { Stat, StatRow } from '../../ui/stat.tsx'
import look from './backtest.module.css'
import type { Figures } from './queries.ts'
import type { NumberName } from './search.ts'

/** Wins that would have been missed, caught earlier or later, and how good the qualified are. */
export function Wins({ figures, onOpen }: { figures: Figures; onOpen: (rows: NumberName) => void }) {
  const { t } = useTranslation()
  const { count, points } = useNumbers()
  const { won, winRate, acceptance } = figures
  const number = (rows: NumberName, n: number) => (
    <OpenNumber onOpen={() => onOpen(rows)} label={`${count(n)}: ${t(`backtest.rows.${rows}`)}`}>
      {count(n)}
    </OpenNumber>
  )
  const median = (days: number | null) =>
    days === null
      ? null
      : t('backtest.wins.median', {
          span: days < 1 ? `${points(days * 24)} h` : t('common.days', { count: Math.round(days * 10) / 10 }),
        })
  return (
    <>
      <StatRow>
        <Stat label={t('backtest.wins.all')} value={number('won', won.all)} />
        <Stat
          label={t('backtest.wins.missed')}
          value={number('won missed', won.missed)}
          tone={won.missed > 0 ? 'warning' : undefined}
        />
        <Stat label={t('backtest.wins.earlier')} value={number('won earlier', won.earlier.n)}>
          {median(won.earlier.medianDays)}
        </Stat>
        <Stat label={t('backtest.wins.later')} value={number('won later', won.later.n)}>
          {median(won.later.medianDays)}
        </Stat>
      </StatRow>
      <div className={look.scroll}>
        <table className={look.table}>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('backtest.grades.draft')}</th>
              <th scope="col">{t('backtest.grades.inForce')}</th>
              <th scope="col">{t('backtest.wins.really')}</th>
              <th scope="col">{t('backtest.wins.everybody')}</th>
            </tr>
          </thead>
          <tbody>
            <Line
              name={t('backtest.wins.winRate')}
              rates={[winRate.draft, winRate.inForce, winRate.really, winRate.all]}
            />
            <Line
              name={t('backtest.wins.acceptance')}
              rates={[acceptance.draft, acceptance.inForce, acceptance.really]}
            />
          </tbody>
        </table>
      </div>
    </>
  )
}

function Line({ name, rates }: { name: string; rates: readonly Rate[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {rates.map((rate, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change places
        <td key={column}>
          <RateText rate={rate} />
        </td>
      ))}
      {rates.length < 4 && <td />}
    </tr>
  )
}
