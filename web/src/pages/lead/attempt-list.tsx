import { useTranslation } from 'react-i18next'
import type { AttemptView } from '../../api/types.ts'
import { sayReason } from '../../story/say-reason.ts'
import { Moment } from '../../ui/moment.tsx'
import { sayChannel } from '../../ui/say-channel.ts'
import { StageText } from '../../ui/stage-text.tsx'
import look from './attempt-list.module.css'

/** Every attempt, the newest first: how it went, who had it, where it came from. */
export function AttemptList({ attempts }: { attempts: readonly AttemptView[] }) {
  const { t } = useTranslation()
  return (
    <ol className={look.attempts}>
      {attempts
        .toSorted((a, b) => b.attempt - a.attempt)
        .map((attempt) => {
          const from =
            [attempt.campaign, attempt.origin, attempt.channel === null ? null : sayChannel(attempt.channel, t)].find(
              (one) => one !== null,
            ) ?? null
          return (
            <li key={attempt.attempt} className={look.attempt}>
              <p className={look.line}>
                <span className={look.name}>{t('lead.attempt', { n: attempt.attempt })}</span>
                <StageText stage={attempt.stage} outcome={attempt.outcome} side={attempt.team} />
              </p>
              <p className={look.small}>
                <Moment at={attempt.openedAt} />
                {' – '}
                {attempt.closedAt === null ? t('lead.attemptNow') : <Moment at={attempt.closedAt} />}
                {attempt.reason === null ? null : ` · ${sayReason(attempt.reason, t)}`}
              </p>
              <p className={look.small}>
                {[
                  attempt.owner?.name,
                  t('lead.touches', { count: attempt.touches }),
                  from === null ? undefined : t('lead.from', { from }),
                ]
                  .filter((one) => one !== undefined)
                  .join(' · ')}
              </p>
            </li>
          )
        })}
    </ol>
  )
}
