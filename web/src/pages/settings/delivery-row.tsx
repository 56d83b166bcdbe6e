import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Moment } from '../../ui/moment.tsx'
import type { Delivery } from './queries.ts'
import { sayAttempt } from './say-attempt.ts'
import look from './settings.module.css'
import { TryLine } from './try-line.tsx'

const TONES = { waiting: 'wait', delivered: 'good', failed: 'bad' } as const

/** One event on its way to a receiver. Opened, it shows what is sent and every try. */
export function DeliveryRow({ delivery, onReplay }: { delivery: Delivery; onReplay: () => void }) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const last = delivery.attempts[0]
  return (
    <li className={look.delivery}>
      <button type="button" className={look.deliveryHead} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <code className={look.address}>{delivery.kind}</code>
        <span className={look.state} data-tone={TONES[delivery.status]}>
          {t(`settings.webhooks.deliveryStatuses.${delivery.status}`)}
        </span>
        <Moment at={delivery.occurredAt} className={`${look.end} quiet small`} />
        {delivery.status !== 'delivered' && last?.error !== null && last !== undefined && (
          <span className={`${look.wrong} small`}>{sayAttempt(last, t)}</span>
        )}
      </button>
      {isOpen && (
        <div className={look.deliveryBody}>
          <p className="quiet small">
            <code className={look.address}>webhook-id: {delivery.id}</code>
            {delivery.nextTryAt !== null && (
              <>
                {' '}
                · {t('settings.nextTry')} <Moment at={delivery.nextTryAt} />
              </>
            )}
          </p>
          <pre>{indented(delivery.body)}</pre>
          {delivery.attempts.length > 0 && (
            <div className={look.tries}>
              {delivery.attempts.map((attempt) => (
                <TryLine key={attempt.at} attempt={attempt} />
              ))}
            </div>
          )}
          <div className={look.buttons}>
            <Button onClick={onReplay}>{t('settings.webhooks.replay')}</Button>
          </div>
        </div>
      )}
    </li>
  )
}

function indented(body: string): string {
  const parsed: unknown = JSON.parse(body)
  return JSON.stringify(parsed, null, 2)
}
