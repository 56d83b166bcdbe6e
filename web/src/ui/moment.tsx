import { useTranslation } from 'react-i18next'
import { useNow } from './clock.ts'
import { sayExactly, sayMoment } from './say-moment.ts'

/** A date as people say it, exact on hover. `at` is ISO 8601. */
export function Moment({ at, className }: { at: string; className?: string | undefined }) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const ms = Date.parse(at)
  return (
    <time dateTime={at} title={sayExactly(ms, i18n.language)} className={className}>
      {sayMoment(ms, now, i18n.language, t)}
    </time>
  )
}
