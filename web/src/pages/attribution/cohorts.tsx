import { useQuery } from '@tanstack/react-query'
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { useTranslation } from 'react-i18next'
import type { Answered } from '../../api/types.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import look from './attribution.module.css'
import { CsvButton, units } from './csv-button.tsx'
import { monthsQuery } from './queries.ts'
import type { Asked } from './search.ts'

type Found = Answered<'getAttributionMonths'>
const WIDTH = 520
const HEIGHT = 200
const LEFT = 44
const FOOT = 28

/** How long it takes to win, what a won deal cost month by month, and what became of each month's first touches. */
export function Cohorts({ asked }: { asked: Asked }) {
  return (
    <Loaded query={useQuery(monthsQuery(asked))}>
      {(found) => (
        <>
          <div className={look.curves}>
            <TimeToWon found={found} />
            <CostCurve found={found} />
          </div>
          <Months found={found} />
        </>
      )}
    </Loaded>
  )
}

function TimeToWon({ found }: { found: Found }) {
  const { t } = useTranslation()
  const { points, share } = useNumbers()
  if (found.days.length < 2) return <p className={look.note}>{t('attribution.fewWon')}</p>
  const x = scaleLinear()
    .domain([0, found.days.at(-1)?.day || 1])
    .nice(5)
    .range([LEFT, WIDTH - 8])
  const y = scaleLinear()
    .domain([0, 1])
    .range([HEIGHT - FOOT, 8])
  const path = line<Found['days'][number]>(
    (one) => x(one.day),
    (one) => y(one.share),
  )
  return (
    <figure className={look.figure}>
      <figcaption>
        {t('attribution.timeTitle')}{' '}
        <span className="quiet">
          {t('attribution.timeNote', { days: points(found.medianDays ?? 0), count: found.won })}
        </span>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className={look.curve}
        role="img"
        aria-label={t('attribution.timeLabel', { days: points(found.medianDays ?? 0) })}
      >
        {[0, 0.5, 1].map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={WIDTH - 8} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
            <text x={LEFT - 8} y={y(tick)} dy="0.35em" textAnchor="end" className={look.axis}>
              {share(tick)}
            </text>
          </g>
        ))}
        {x.ticks(5).map((tick) => (
          <text key={tick} x={x(tick)} y={HEIGHT - 8} textAnchor="middle" className={look.axis}>
            {points(tick)}
          </text>
        ))}
        <path d={path([{ day: 0, share: 0 }, ...found.days]) ?? ''} fill="none" stroke="var(--sales)" strokeWidth={2} />
        {found.medianDays !== null && (
          <line
            x1={x(found.medianDays)}
            x2={x(found.medianDays)}
            y1={y(0.5)}
            y2={y(0)}
            stroke="var(--sales)"
            strokeDasharray="3 3"
          />
        )}
      </svg>
    </figure>
  )
}

function CostCurve({ found }: { found: Found }) {
  const { t } = useTranslation()
  const { money } = useNumbers()
  const spent = found.months.filter((month) => month.spentCents !== null)
  if (spent.length === 0) return <p className={look.note}>{t('attribution.noCosts')}</p>
  let [cost, won] = [0, 0]
  const sums = found.months.map((month) => {
    cost += month.spentCents ?? 0
    won += month.cents
    return { month: month.month, cost, won }
  })
  const most = Math.max(cost, won, 1)
  const x = scaleLinear()
    .domain([0, Math.max(1, sums.length - 1)])
    .range([LEFT + 22, WIDTH - 8])
  const y = scaleLinear()
    .domain([0, most])
    .nice(3)
    .range([HEIGHT - FOOT, 8])
  const of = (key: 'cost' | 'won') =>
    line<(typeof sums)[number]>(
      (_, i) => x(i),
      (one) => y(one[key]),
    )(sums) ?? ''
  const whole = (cents: number): string => money(Math.round(cents / 100) * 100, found.currency)
  const ends = [sums[0], sums.at(-1)]
  return (
    <figure className={look.figure}>
      <figcaption>
        {t('attribution.costTitle')}{' '}
        <span className="quiet">{t('attribution.costNote', { cost: whole(cost), won: whole(won) })}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className={look.curve}
        role="img"
        aria-label={t('attribution.costNote', { cost: whole(cost), won: whole(won) })}
      >
        {y.ticks(3).map((tick) => (
          <g key={tick}>
            <line x1={LEFT + 22} x2={WIDTH - 8} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
            <text x={LEFT + 14} y={y(tick)} dy="0.35em" textAnchor="end" className={look.axis}>
              {whole(tick)}
            </text>
          </g>
        ))}
        {ends.map((end, i) => (
          <text
            key={end?.month ?? i}
            x={i === 0 ? LEFT + 22 : WIDTH - 8}
            y={HEIGHT - 8}
            textAnchor={i === 0 ? 'start' : 'end'}
            className={look.axis}
          >
            {end?.month}
          </text>
        ))}
        <path d={of('cost')} fill="none" stroke="var(--marketing)" strokeWidth={2} strokeDasharray="5 3" />
        <path d={of('won')} fill="none" stroke="var(--sales)" strokeWidth={2} />
      </svg>
      <p className={look.legend}>
        <span data-line="marketing">{t('attribution.spent')}</span>
        <span data-line="sales">{t('attribution.earned')}</span>
      </p>
    </figure>
  )
}

function Months({ found }: { found: Found }) {
  const { t } = useTranslation()
  const { count, share, money } = useNumbers()
  const within = [30, 90, 180, 365]
  return (
    <div className={look.scroll}>
      <table className={look.table}>
        <thead>
          <tr>
            <th scope="col">{t('attribution.month')}</th>
            <th scope="col">{t('attribution.parties')}</th>
            <th scope="col">{t('attribution.leads')}</th>
            <th scope="col">{t('attribution.won')}</th>
            {within.map((days) => (
              <th key={days} scope="col" className={look.wide}>
                {t('attribution.withinDays', { days })}
              </th>
            ))}
            <th scope="col" className={look.wide}>
              {t('attribution.spent')}
            </th>
            <th scope="col">{t('attribution.earned')}</th>
          </tr>
        </thead>
        <tbody>
          {found.months.slice(-24).map((month) => (
            <tr key={month.month}>
              <td>{month.month}</td>
              <td>{count(month.parties)}</td>
              <td>{count(month.leads)}</td>
              <td>{count(month.won)}</td>
              {month.wonWithin.map((won, i) => (
                <td key={within[i]} className={look.wide}>
                  {won === null ? (
                    <span className="quiet" title={t('attribution.tooYoung')}>
                      –
                    </span>
                  ) : (
                    share(month.leads === 0 ? 0 : won / month.leads)
                  )}
                </td>
              ))}
              <td className={look.wide}>{month.spentCents === null ? '–' : money(month.spentCents, found.currency)}</td>
              <td>{money(month.cents, found.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={look.note}>{t('attribution.cohortsNote')}</p>
      <CsvButton
        name="cohorts"
        rows={() => [
          [
            t('attribution.month'),
            t('attribution.parties'),
            t('attribution.leads'),
            t('attribution.won'),
            ...within.map((days) => t('attribution.withinDays', { days })),
            `${t('attribution.spent')} (${found.currency})`,
            `${t('attribution.earned')} (${found.currency})`,
          ],
          ...found.months.map((month) => [
            month.month,
            month.parties,
            month.leads,
            month.won,
            ...month.wonWithin,
            units(month.spentCents),
            units(month.cents),
          ]),
        ]}
      />
    </div>
  )
}
