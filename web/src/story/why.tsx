import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DecisionView } from '../api/types.ts'
import { paths } from '../paths.ts'
import { Moment } from '../ui/moment.tsx'
import { RoutingWhy } from './routing-why.tsx'
import { ScoringWhy } from './scoring-why.tsx'
import { useSay } from './use-say.ts'
import { valuesOf } from './values-of.ts'
import look from './why.module.css'

/** Why a decision was taken: the clause as a sentence, its because, the version, the values, who was passed over. */
export function Why({ decision }: { decision: DecisionView }) {
  const { t } = useTranslation()
  const say = useSay()
  const values = valuesOf(decision.data, say)
  return (
    <div className={look.why}>
      <p className={look.sentence}>
        {decision.sentence ?? t('story.why.noClause')}
        {decision.because === null ? null : (
          <span className={look.because}> {t('story.why.because', { because: decision.because })}</span>
        )}
      </p>
      {values.length === 0 ? null : (
        <dl className={look.values} aria-label={t('story.why.values')}>
          {values.map((value) => (
            <div key={value.name}>
              <dt>{value.name}</dt>
              <dd>{value.text}</dd>
            </div>
          ))}
        </dl>
      )}
      <RoutingWhy decision={decision} />
      <ScoringWhy decision={decision} />
      <p className={look.small}>
        <Link to={paths.agreement} className={look.link}>
          {t('story.why.version', { version: decision.version })}
        </Link>
        {' · '}
        {t('story.why.attempt', { attempt: decision.attempt })}
        {decision.revisedAt === null ? null : (
          <>
            {' · '}
            <Revised at={decision.revisedAt} />
          </>
        )}
      </p>
    </div>
  )
}

function Revised({ at }: { at: string }) {
  const { t } = useTranslation()
  const [before, after] = t('story.why.revised', { when: '\u0000' }).split('\u0000')
  return (
    <span>
      {before}
      <Moment at={at} />
      {after}
    </span>
  )
}
