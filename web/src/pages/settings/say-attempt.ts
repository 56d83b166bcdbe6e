import type { TFunction } from 'i18next'
import type { Delivery } from './queries.ts'

type Attempt = Pick<Delivery['attempts'][number], 'statusCode' | 'error'>

/** What came of a try, in words: by the receiver's code, else as the server found it. */
export function sayAttempt({ statusCode, error }: Attempt, t: TFunction): string {
  if (statusCode === null) return error ?? ''
  if (error === null) return t('settings.webhooks.answered', { code: statusCode })
  if (statusCode === 410) return t('settings.webhooks.answeredGone')
  if (statusCode >= 300 && statusCode < 400) return t('settings.webhooks.answeredElsewhere', { code: statusCode })
  return t('settings.webhooks.answeredNot', { code: statusCode })
}
