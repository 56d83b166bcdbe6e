import { useTranslation } from 'react-i18next'
import { sayDealStage, sayPipeline } from '../../story/say-deal-stage.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import { RateText } from '../../ui/rate-text.tsx'
import type { Forecast } from './queries.ts'
import look from './reports.module.css'
import type { RowsOf } from './rows-drawer.tsx'
import { SmallSample } from './small-sample.tsx'

/** What the agreement says a stage is worth, and what deals that stood there have come to. */
export function StagesTable({ stages, onRows }: { stages: Forecast['stages']; onRows: (rows: RowsOf) => void }) {
  const { t } = useTranslation()
  const { count, share } = useNumbers()
  const hasPipelines = new Set(stages.map((stage) => stage.pipeline)).size > 1
  return (
    <div className={look.scroll}>
      <table className={look.table}>
        <thead>
          <tr>
            <th>{t('deals.column.stage')}</th>
            <th className={look.number}>{t('deals.forecast.openNow')}</th>
            <th className={look.number}>{t('deals.forecast.byAgreement')}</th>
            <th className={look.number}>{t('deals.forecast.byOwnHistory')}</th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <tr key={`${stage.pipeline} ${stage.stage}`}>
              <th scope="row">
                {sayDealStage(stage.stage)}
                {hasPipelines ? <span className={look.second}>{sayPipeline(stage.pipeline)}</span> : null}
              </th>
              <td className={look.number}>
                <OpenNumber
                  label={t('deals.forecast.openAt', { stage: sayDealStage(stage.stage) })}
                  onOpen={() =>
                    onRows({
                      title: t('deals.forecast.openAt', { stage: sayDealStage(stage.stage) }),
                      filters: { status: 'open', pipeline: stage.pipeline, stage: stage.stage },
                      sort: 'largest',
                    })
                  }
                >
                  {count(stage.deals)}
                </OpenNumber>
              </td>
              <td className={look.number}>
                {stage.probability === null ? <span className="quiet">–</span> : share(stage.probability)}
              </td>
              <td className={look.number}>
                <RateText rate={stage.won} />
                <SmallSample isSmall={stage.isSmall} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
