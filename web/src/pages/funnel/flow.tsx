import { useMediaQuery } from '@mantine/hooks'
import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Rate, Stage } from '../../api/types.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import { TeamBadge } from '../../ui/team-badge.tsx'
import look from './flow.module.css'
import { FlowShape } from './flow-shape.tsx'
import type { Funnel, FunnelStage } from './search.ts'

type Props = { funnel: Funnel; onOpen: (stage: Stage) => void }

/** From first contact to signed contract as one band; text beside it carries every number. Upright on a phone. */
export function Flow({ funnel, onOpen }: Props) {
  const { t } = useTranslation()
  const isPhone = useMediaQuery('(max-width: 48em)') ?? false
  const steps = funnel.stages.map((stage) => ({
    name: stage.stage,
    count: stage.reached,
    hue: `var(--${stage.owner})`,
  }))
  if (isPhone) {
    return (
      <section className={look.upright} aria-label={t('funnel.flowLabel')}>
        <FlowShape steps={steps} isVertical className={look.uprightShape} />
        <ol className={look.uprightSteps}>
          {funnel.stages.map((stage, i) => (
            <li key={stage.stage} className={look.uprightStep}>
              <StageHead stage={stage} onOpen={onOpen} />
              <StageFoot stage={stage} funnel={funnel} />
              {i > 0 && (
                <Conversion
                  rate={stage.fromPrevious}
                  from={funnel.stages[i - 1]?.stage ?? stage.stage}
                  to={stage.stage}
                  isInline
                />
              )}
            </li>
          ))}
        </ol>
      </section>
    )
  }
  return (
    <section className={look.flow} style={{ '--steps': funnel.stages.length }} aria-label={t('funnel.flowLabel')}>
      <div className={look.track}>
        {funnel.stages.map((stage) => (
          <div key={stage.stage} className={look.head}>
            <StageHead stage={stage} onOpen={onOpen} />
          </div>
        ))}
      </div>
      <FlowShape steps={steps} className={look.shape} />
      <div className={look.between}>
        {funnel.stages.slice(1).map((stage, i) => (
          <Conversion
            key={stage.stage}
            rate={stage.fromPrevious}
            from={funnel.stages[i]?.stage ?? stage.stage}
            to={stage.stage}
          />
        ))}
      </div>
      <div className={look.track}>
        {funnel.stages.map((stage) => (
          <div key={stage.stage} className={look.foot}>
            <StageFoot stage={stage} funnel={funnel} />
          </div>
        ))}
      </div>
    </section>
  )
}

function StageHead({ stage, onOpen }: { stage: FunnelStage; onOpen: (stage: Stage) => void }) {
  const { t } = useTranslation()
  const { count, share } = useNumbers()
  const name = t(`common.stage.${stage.stage}`)
  const isFirst = stage.stage === 'inquiry'
  return (
    <>
      <span className={look.stage} style={{ '--hue': `var(--${stage.owner})` }}>
        <TeamBadge side={stage.owner} isShort />
        {name}
        {stage.knownAs !== null && <span className={look.knownAs}>{stage.knownAs}</span>}
      </span>
      <OpenNumber
        className={look.count}
        onOpen={() => onOpen(stage.stage)}
        label={t('funnel.reachedOpen', { stage: name, shown: count(stage.reached) })}
      >
        {count(stage.reached)}
      </OpenNumber>
      {!isFirst && stage.fromFirst.rate !== null && (
        <span className="quiet small tnum">{t('funnel.ofFirst', { rate: share(stage.fromFirst.rate) })}</span>
      )}
    </>
  )
}

function Conversion({ rate, from, to, isInline = false }: { rate: Rate; from: Stage; to: Stage; isInline?: boolean }) {
  const { t } = useTranslation()
  const { count, share } = useNumbers()
  if (rate.rate === null || rate.low === null || rate.high === null) {
    return <span className={isInline ? look.rateInline : look.rate}>–</span>
  }
  const bounds = { low: share(rate.low), high: share(rate.high) }
  const title = t('funnel.conversionTitle', {
    k: count(rate.k),
    n: count(rate.n),
    from: t(`common.stage.${from}`),
    to: t(`common.stage.${to}`),
    ...bounds,
  })
  return (
    <span className={isInline ? look.rateInline : look.rate} title={title}>
      <span className={look.rateNumber}>
        <IconChevronRight size={13} stroke={2} aria-hidden />
        {share(rate.rate)}
      </span>
      <span className="quiet small tnum">{t('common.rate.short', bounds)}</span>
    </span>
  )
}

function StageFoot({ stage, funnel }: { stage: FunnelStage; funnel: Funnel }) {
  const { t } = useTranslation()
  const { count, points, money } = useNumbers()
  const days = stage.medianDaysFromFirst
  const isWon = stage.stage === 'won'
  return (
    <div className="quiet small">
      {isWon && funnel.wonAmountCents !== null && funnel.currency !== null && (
        <>
          <p className={look.money}>
            {t('funnel.wonMoney', { amount: money(funnel.wonAmountCents, funnel.currency) })}
          </p>
          {funnel.wonWithAmount < stage.reached && (
            <p>
              {t('funnel.wonMoneyOf', {
                count: stage.reached,
                known: count(funnel.wonWithAmount),
                won: count(stage.reached),
              })}
            </p>
          )}
        </>
      )}
      {isWon && stage.reached > 0 && funnel.wonAmountCents === null && <p>{t('funnel.noMoney')}</p>}
      {days !== null && stage.reached > 0 && stage.stage !== 'inquiry' && (
        <p>
          {days < 0.5
            ? t('funnel.sameDay')
            : t('funnel.medianDays', { days: t('funnel.days', { count: days, shown: points(days) }) })}
        </p>
      )}
      {stage.inferred > 0 && <p>{t('funnel.inferred', { count: stage.inferred, shown: count(stage.inferred) })}</p>}
    </div>
  )
}
