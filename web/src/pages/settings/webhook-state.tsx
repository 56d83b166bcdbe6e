import { useTranslation } from 'react-i18next'
import { Moment } from '../../ui/moment.tsx'
import type { WebhookView } from './queries.ts'
import look from './settings.module.css'

/** How a receiver does: going, paused, failing, gone; and what waits for it. */
export function WebhookState({ webhook }: { webhook: WebhookView }) {
  const { t } = useTranslation()
  const { status, failingSince, waiting, failed, lastDeliveredAt } = webhook
  const isFailing = status === 'active' && failingSince !== null
  const tone = status === 'gone' || isFailing ? 'bad' : status === 'paused' ? 'wait' : 'good'
  const counts = [
    ...(waiting === 0 ? [] : [t('settings.webhooks.waiting', { count: waiting })]),
    ...(failed === 0 ? [] : [t('settings.webhooks.failed', { count: failed })]),
  ]
  return (
    <div className={look.end}>
      <p className={look.state} data-tone={tone}>
        {t(`settings.webhooks.statuses.${isFailing ? 'failing' : status}`)}
      </p>
      <p className="quiet small">
        {isFailing ? (
          <>
            {t('settings.webhooks.since')} <Moment at={failingSince} />
          </>
        ) : lastDeliveredAt === null ? (
          t('settings.webhooks.never')
        ) : (
          <>
            {t('settings.webhooks.last')} <Moment at={lastDeliveredAt} />
          </>
        )}
        {counts.length === 0 ? '' : ` · ${counts.join(' · ')}`}
      </p>
    </div>
  )
}
