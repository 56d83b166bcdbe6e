import { useMediaQuery } from '@mantine/hooks'
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { useTranslation } from 'react-i18next'
import { formatLocale } from '../../i18n/format-locale.ts'
import { useNumbers } from '../../ui/numbers.ts'
import look from './backtest.module.css'
import type { Figures } from './queries.ts'

type Week = Figures['load']['weeks'][number]
type Props = { weeks: readonly Week[]; capacity: number | null; zone: string }

const WIDE = 760
const NARROW = 360
const HEIGHT = 132
const LEFT = 48
const RIGHT = 88
const TOP = 12
const BOTTOM = 24
const NAMES = ['really', 'inForce', 'draft'] as const

/** Qualified leads week by week: the draft, the version in force and reality, under the line of what sales can take. */
export function WeeksPicture({ weeks, capacity, zone }: Props) {
  const { t, i18n } = useTranslation()
  const width = (useMediaQuery('(max-width: 48em)') ?? false) ? NARROW : WIDE
  const { count } = useNumbers()
  const [first, last] = [weeks[0], weeks.at(-1)]
  if (first === undefined || last === undefined || weeks.length < 2) return null
  const most = Math.max(1, ...weeks.flatMap((week) => [week.draft, week.inForce, week.really]))
  const isCapacityShown = capacity !== null && capacity <= most * 1.6
  const x = scaleLinear()
    .domain([first.fromMs, last.fromMs])
    .range([LEFT, width - RIGHT])
  const y = scaleLinear()
    .domain([0, isCapacityShown ? Math.max(most, capacity) : most])
    .nice()
    .range([HEIGHT - BOTTOM, TOP])
  const day = (ms: number) =>
    new Intl.DateTimeFormat(formatLocale(i18n.language), { day: 'numeric', month: 'short', timeZone: zone }).format(ms)
  const name = {
    really: t('backtest.load.really'),
    inForce: t('backtest.curve.inForce'),
    draft: t('backtest.curve.draft'),
  }
  // Names at the end of lines that end close together would lie on each other.
  const ends = NAMES.map((each) => ({ each, y: y(last[each]) })).sort((a, b) => a.y - b.y)
  for (const [i, end] of ends.entries()) {
    const above = ends[i - 1]
    if (above !== undefined && end.y - above.y < 14) end.y = above.y + 14
  }
  return (
    <svg className={look.picture} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={t('backtest.load.weeks')}>
      {y.ticks(3).map((tick) => (
        <g key={tick}>
          <line className={look.gridLine} x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text className={look.axis} x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
            {count(tick)}
          </text>
        </g>
      ))}
      {[first, last].map((week, i) => (
        <text
          key={week.fromMs}
          className={look.axis}
          x={x(week.fromMs)}
          y={HEIGHT - 6}
          textAnchor={i === 0 ? 'start' : 'end'}
        >
          {day(week.fromMs)}
        </text>
      ))}
      {isCapacityShown && (
        <line className={look.limit} x1={LEFT} x2={width - RIGHT} y1={y(capacity)} y2={y(capacity)} />
      )}
      {NAMES.map((each) => (
        <path
          key={each}
          className={look.weekLine}
          data-kind={each}
          d={
            line<Week>(
              (week) => x(week.fromMs),
              (week) => y(week[each]),
            )([...weeks]) ?? ''
          }
        />
      ))}
      {ends.map((end) => (
        <text key={end.each} className={look.weekName} data-kind={end.each} x={width - RIGHT + 8} y={end.y + 4}>
          {name[end.each]}
        </text>
      ))}
    </svg>
  )
}
