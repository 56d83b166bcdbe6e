import { useTranslation } from 'react-i18next'
import { Moment } from '../../ui/moment.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import type { Delivery } from './queries.ts'
import { sayAttempt } from './say-attempt.ts'
import look from './settings.module.css'

/** One try: what the receiver answered, how long it took, and its words. */
export function TryLine({ attempt }: { attempt: Delivery['attempts'][number] }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const { at, tookMs, error, answer } = attempt
  return (
    <div>
      <p className={look.state} data-tone={error === null ? 'good' : 'bad'}>
        {sayAttempt(attempt, t)}
      </p>
      <p className="quiet small tnum">
        <Moment at={at} /> · {t('settings.webhooks.took', { ms: count(tookMs) })}
      </p>
      {answer !== null && answer !== '' && <p className={`${look.address} quiet`}>{answer}</p>}
    </div>
  )
}
