import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import look from './learned.module.css'
import type { LearnedReport } from './queries.ts'

const SIZE = 320
const LEFT = 44
const BOTTOM = 36
const EDGE = 22
const TICKS = [0, 0.25, 0.5, 0.75, 1]

const x = scaleLinear().range([LEFT, SIZE - EDGE])
const y = scaleLinear().range([SIZE - BOTTOM, EDGE])

/** A square from nothing to all in both directions, with the line of chance. */
function Square({
  label,
  axes,
  children,
}: {
  label: string
  axes: readonly [x: string, y: string]
  children: React.ReactNode
}) {
  const { share } = useNumbers()
  return (
    <svg className={look.picture} viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={label}>
      {TICKS.map((tick) => (
        <g key={tick}>
          <line className={look.grid} x1={LEFT} x2={SIZE - EDGE} y1={y(tick)} y2={y(tick)} />
          <text className={look.axis} x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {share(tick)}
          </text>
          <text className={look.axis} x={x(tick)} y={SIZE - BOTTOM + 16} textAnchor="middle">
            {share(tick)}
          </text>
        </g>
      ))}
      <line className={look.even} x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      <text className={look.axis} x={SIZE - EDGE} y={SIZE - 4} textAnchor="end">
        {axes[0]}
      </text>
      <text className={look.axis} x={LEFT + 6} y={EDGE + 10}>
        {axes[1]}
      </text>
      {children}
    </svg>
  )
}

/** Foretold probabilities against what happened, a dot for each tenth, larger with more leads. */
export function CalibrationPicture({ report }: { report: LearnedReport }) {
  const { t } = useTranslation()
  const { share, count } = useNumbers()
  const most = Math.max(1, ...report.calibrationBins.map(({ n }) => n))
  return (
    <Square label={t('learned.calibration.label')} axes={[t('learned.calibration.x'), t('learned.calibration.y')]}>
      {report.calibrationBins.map(({ from, n, predicted, observed }) =>
        predicted === null || observed === null ? null : (
          <circle key={from} className={look.dot} cx={x(predicted)} cy={y(observed)} r={3 + 7 * Math.sqrt(n / most)}>
            <title>
              {t('learned.calibration.point', {
                n: count(n),
                predicted: share(predicted),
                observed: share(observed),
              })}
            </title>
          </circle>
        ),
      )}
    </Square>
  )
}

/** Successes found among so many of the leads, taken from the best on. */
export function GainPicture({ gains }: { gains: readonly number[] }) {
  const { t } = useTranslation()
  const path = line<number>(
    (_, index) => x(index / Math.max(1, gains.length - 1)),
    (found) => y(found),
  )([...gains])
  return (
    <Square label={t('learned.gains.label')} axes={[t('learned.gains.x'), t('learned.gains.y')]}>
      <path className={look.line} d={path ?? ''} />
    </Square>
  )
}
