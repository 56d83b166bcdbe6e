import { scaleLinear } from 'd3-scale'
import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import type { WinLoss } from './queries.ts'
import look from './reports.module.css'

const WIDTH = 200
const HEIGHT = 20

/** How much more often sellers name a reason than buyers, with its interval; the middle is "no difference". */
export function GapBar({ gap }: { gap: WinLoss['gap'][number] }) {
  const { t } = useTranslation()
  const { signed } = useNumbers()
  if (gap.difference === null) return <span className="quiet">{t('deals.results.cannotCompare')}</span>
  const x = scaleLinear()
    .domain([-1, 1])
    .range([4, WIDTH - 4])
    .clamp(true)
  const middle = HEIGHT / 2
  return (
    <span className={look.gapLine}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true" focusable="false">
        <line x1={4} x2={WIDTH - 4} y1={middle} y2={middle} stroke="var(--line)" />
        <line x1={WIDTH / 2} x2={WIDTH / 2} y1={2} y2={HEIGHT - 2} stroke="var(--line-strong)" />
        {gap.low === null || gap.high === null ? null : (
          <line x1={x(gap.low)} x2={x(gap.high)} y1={middle} y2={middle} stroke="var(--accent)" strokeWidth={1.5} />
        )}
        <circle cx={x(gap.difference)} cy={middle} r={4.5} fill="var(--accent)" />
      </svg>
      <span className="tnum">{t('deals.results.points', { n: signed(gap.difference * 100) })}</span>
    </span>
  )
}
