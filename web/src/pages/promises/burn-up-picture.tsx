import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { useTranslation } from 'react-i18next'
import { sayDay } from '../../ui/say-day.ts'
import look from './promises.module.css'
import type { DeliveryLine } from './search.ts'

type Point = readonly [number, number]
const WIDTH = 560
const HEIGHT = 168
const FOOT = 20
const HEAD = 20

/** How much of the day at `index` is over, as the expected line has it. */
function shareOf(told: DeliveryLine, index: number): number {
  const before = told.days[index - 1]?.expected ?? 0
  const step = (told.days[index]?.expected ?? 0) - before
  return step > 0 ? Math.max(0, Math.min(1, (told.expected - before) / step)) : 1
}

/** The delivered line ends where the present is: within today, or at the end of the last day. */
function actualPoints(told: DeliveryLine): Point[] {
  const points: Point[] = [[0, 0]]
  const last = told.days.findLastIndex((day) => day.actual !== null)
  for (const [index, day] of told.days.entries()) {
    if (day.actual === null) break
    const isToday = index === last && last < told.days.length - 1
    points.push([index + (isToday ? Math.max(0.15, shareOf(told, index)) : 1), day.actual])
  }
  return points
}

/** A burn-up: what is owed day by day, what came, and where it leads. A picture: the numbers stand beside it as text. */
export function BurnUpPicture({ told, label }: { told: DeliveryLine; label: string }) {
  const { t, i18n } = useTranslation()
  const { days, goal, projected } = told
  const actual = actualPoints(told)
  const end = actual.at(-1) ?? [0, 0]
  const isOpen = end[0] < days.length
  const most = Math.max(goal, told.actual, isOpen ? (projected ?? 0) : 0, 1)
  const x = scaleLinear()
    .domain([0, Math.max(1, days.length)])
    .range([0, WIDTH])
  const y = scaleLinear()
    .domain([0, most])
    .range([HEIGHT - FOOT, HEAD])
  const path = line<Point>()
    .x((point) => x(point[0]))
    .y((point) => y(point[1]))
  const through = (values: readonly number[]): Point[] => [[0, 0], ...values.map((value, i): Point => [i + 1, value])]
  const usual = days.flatMap((day) => (day.usual === null ? [] : [day.usual]))
  const first = days[0]?.date
  const last = days.at(-1)?.date
  return (
    <svg className={look.burnUp} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {days.map((day, index) =>
        day.isWorking ? null : (
          <rect
            key={day.date}
            x={x(index)}
            y={HEAD}
            width={x(1)}
            height={HEIGHT - FOOT - HEAD}
            className={look.freeDay}
          />
        ),
      )}
      <line x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} className={look.ground} />
      <line x1={0} x2={WIDTH} y1={y(goal)} y2={y(goal)} className={look.goal} />
      {usual.length > 0 && <path d={path(through(usual)) ?? ''} className={look.usual} />}
      <path d={path(through(days.map((day) => day.expected))) ?? ''} className={look.expected} />
      {isOpen && projected !== null && actual.length > 1 && (
        <path d={path([end, [days.length, projected]]) ?? ''} className={look.projected} />
      )}
      <path d={path(actual) ?? ''} className={look.actual} />
      <circle cx={x(end[0])} cy={y(end[1])} r={3.5} className={look.now} />
      <text x={0} y={HEIGHT - 4} className={look.tick}>
        {first === undefined ? '' : sayDay(first, i18n.language, 'short')}
      </text>
      <text x={WIDTH} y={HEIGHT - 4} textAnchor="end" className={look.tick}>
        {last === undefined ? '' : sayDay(last, i18n.language, 'short')}
      </text>
      <text x={2} y={y(goal) - 4} className={look.tick}>
        {t('promises.goalLine')}
      </text>
    </svg>
  )
}
