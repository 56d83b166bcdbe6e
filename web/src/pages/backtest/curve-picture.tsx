import { useMediaQuery } from '@mantine/hooks'
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import look from './backtest.module.css'
import type { CurvePoint, Mark } from './curve.tsx'

type Props = {
  points: readonly CurvePoint[]
  marks: readonly Mark[]
  /** Leads a week that sales can take; null when there is no limit. */
  capacity: number | null
  at: CurvePoint | null
  onPoint: (point: CurvePoint | null) => void
  label: string
}

const WIDE = 760
const NARROW = 360
const HEIGHT = 300
const LEFT = 48
const RIGHT = 24
const TOP = 16
const BOTTOM = 40

/** The curve drawn: volume to the right, quality upwards, whiskers for the 95 % interval. */
export function CurvePicture({ points, marks, capacity, at, onPoint, label }: Props) {
  const { t } = useTranslation()
  const width = (useMediaQuery('(max-width: 48em)') ?? false) ? NARROW : WIDE
  const { share, count, points: decimals } = useNumbers()
  const known = points.filter((point) => point.winRate.rate !== null)
  const shownMarks = marks.filter((mark) => mark.rate.rate !== null)
  const mostX = Math.max(1, ...known.map((point) => point.perWeek), ...shownMarks.map((mark) => mark.perWeek))
  const isCapacityShown = capacity !== null && capacity <= mostX * 1.6
  const x = scaleLinear()
    .domain([0, isCapacityShown ? Math.max(mostX, capacity) : mostX])
    .nice()
    .range([LEFT, width - RIGHT])
  const highest = Math.max(
    0.01,
    ...known.filter((point) => point.winRate.n >= 20).map((point) => point.winRate.high ?? 0),
    ...shownMarks.map((mark) => mark.rate.high ?? 0),
  )
  const y = scaleLinear()
    .domain([0, highest])
    .nice()
    .range([HEIGHT - BOTTOM, TOP])
    .clamp(true)
  const path = line<CurvePoint>(
    (point) => x(point.perWeek),
    (point) => y(point.winRate.rate ?? 0),
  )(known)
  return (
    <svg className={look.picture} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
      {y.ticks(5).map((tick) => (
        <g key={tick}>
          <line className={look.gridLine} x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text className={look.axis} x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
            {share(tick)}
          </text>
        </g>
      ))}
      {x.ticks(7).map((tick) => (
        <text key={tick} className={look.axis} x={x(tick)} y={HEIGHT - BOTTOM + 18} textAnchor="middle">
          {count(tick)}
        </text>
      ))}
      <text className={look.axisTitle} x={width - RIGHT} y={HEIGHT - 6} textAnchor="end">
        {t('backtest.curve.x')}
      </text>
      <text className={look.axisTitle} x={LEFT} y={TOP - 4} textAnchor="start">
        {t('backtest.curve.y')}
      </text>
      {isCapacityShown && (
        <g className={look.capacity}>
          <line x1={x(capacity)} x2={x(capacity)} y1={TOP} y2={HEIGHT - BOTTOM} />
          <text x={x(capacity) - 6} y={TOP + 12} textAnchor="end">
            {t('backtest.curve.capacity', { n: decimals(capacity) })}
          </text>
        </g>
      )}
      <path className={look.curveLine} d={path ?? ''} />
      {known.map((point) => (
        <g key={point.at} className={look.point} data-is-at={at === point || undefined}>
          <line
            x1={x(point.perWeek)}
            x2={x(point.perWeek)}
            y1={y(point.winRate.low ?? 0)}
            y2={y(point.winRate.high ?? 0)}
          />
          <circle cx={x(point.perWeek)} cy={y(point.winRate.rate ?? 0)} r={at === point ? 5 : 3} />
          <circle
            className={look.target}
            cx={x(point.perWeek)}
            cy={y(point.winRate.rate ?? 0)}
            r={14}
            onPointerEnter={() => onPoint(point)}
            onPointerLeave={() => onPoint(null)}
          />
        </g>
      ))}
      {shownMarks.map((mark) => (
        <g key={mark.kind} className={look.mark} data-kind={mark.kind}>
          {mark.kind === 'draft' ? (
            <circle cx={x(mark.perWeek)} cy={y(mark.rate.rate ?? 0)} r={6} />
          ) : (
            <rect x={x(mark.perWeek) - 5} y={y(mark.rate.rate ?? 0) - 5} width={10} height={10} />
          )}
          <text x={x(mark.perWeek) + 10} y={y(mark.rate.rate ?? 0) - 8}>
            {mark.name}
          </text>
        </g>
      ))}
    </svg>
  )
}
