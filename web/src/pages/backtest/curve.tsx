import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rate, Schemas } from '../../api/types.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { RateText } from '../../ui/rate-text.tsx'
import look from './backtest.module.css'
import { CurvePicture } from './curve-picture.tsx'
import type { Report } from './queries.ts'

export type CurvePoint = Schemas['CurvePoint']
/** A place on the picture that is not part of the curve: the draft or the version in force as they are. */
export type Mark = { name: string; kind: 'draft' | 'inForce'; perWeek: number; rate: Rate }

type Which = 'cutOffs' | 'bestFirst'
type Props = { report: Report; chosen: Which | undefined; onChoose: (which: Which) => void }

/** Volume against quality, with the line of what sales can take. */
export function Curve({ report, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const { points: decimals, share, count } = useNumbers()
  const { curve, winRate, load } = report.figures
  const isMoved = curve.cutOffs !== null && new Set(curve.cutOffs.map((point) => point.qualified)).size > 1
  const which = chosen ?? (isMoved ? 'cutOffs' : 'bestFirst')
  const shown = which === 'cutOffs' && curve.cutOffs !== null ? curve.cutOffs : curve.bestFirst
  const [at, setAt] = useState<CurvePoint | null>(null)
  const marks: Mark[] = [
    { name: t('backtest.curve.draft'), kind: 'draft', perWeek: load.draftPerWeek, rate: winRate.draft },
    { name: t('backtest.curve.inForce'), kind: 'inForce', perWeek: load.inForcePerWeek, rate: winRate.inForce },
  ]
  const nameOf = (point: CurvePoint) =>
    which === 'cutOffs'
      ? t('backtest.curve.shift', { by: point.at > 0 ? `+${point.at}` : String(point.at) })
      : t('backtest.curve.sources', { n: count(point.at) })
  const say = (point: CurvePoint) =>
    t('backtest.curve.point', {
      perWeek: decimals(point.perWeek),
      rate: share(point.winRate.rate ?? 0),
      low: share(point.winRate.low ?? 0),
      high: share(point.winRate.high ?? 0),
      missed: count(point.missedWon),
    })
  const choices = [
    { value: 'cutOffs', label: t('backtest.curve.cutOffs'), disabled: curve.cutOffs === null },
    { value: 'bestFirst', label: t('backtest.curve.bestFirst') },
  ]
  return (
    <div className={look.curve}>
      <div className={look.curveHead}>
        <SegmentedControl
          aria-label={t('backtest.curve.by')}
          data={choices}
          value={which}
          onChange={(value) => onChoose(value === 'cutOffs' ? 'cutOffs' : 'bestFirst')}
        />
        <p className="quiet small">{t(`backtest.curve.${which}Text`)}</p>
      </div>
      <CurvePicture
        points={shown}
        marks={marks}
        capacity={load.capacityPerWeek}
        at={at}
        onPoint={setAt}
        label={t('backtest.curve.title')}
      />
      <p className={look.curvePoint} role="status">
        {at === null ? ' ' : `${nameOf(at)}: ${say(at)}`}
      </p>
      <details className={look.details}>
        <summary>{t('backtest.curve.asTable')}</summary>
        <div className={look.scroll}>
          <table className={look.table}>
            <thead>
              <tr>
                <th scope="col">{t(which === 'cutOffs' ? 'backtest.curve.move' : 'backtest.curve.source')}</th>
                <th scope="col">{t('backtest.curve.perWeek')}</th>
                <th scope="col">{t('backtest.curve.won')}</th>
                <th scope="col">{t('backtest.curve.accepted')}</th>
                <th scope="col">{t('backtest.curve.missed')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((point) => (
                <tr key={point.at} data-is-draft={(which === 'cutOffs' && point.at === 0) || undefined}>
                  <th scope="row">{nameOf(point)}</th>
                  <td>{decimals(point.perWeek)}</td>
                  <td>
                    <RateText rate={point.winRate} />
                  </td>
                  <td>
                    <RateText rate={point.acceptance} />
                  </td>
                  <td>{count(point.missedWon)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  )
}
