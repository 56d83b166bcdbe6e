import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PlainButton } from './plain-button.tsx'
import { useSayProblem } from './say-problem.ts'
import look from './states.module.css'

/** What went wrong, where, and what to do. `onRetry` adds the button; a refusal by role has none. */
export function ErrorNote({
  error,
  onRetry,
  isInline = false,
}: {
  error: unknown
  onRetry?: (() => void) | undefined
  isInline?: boolean
}) {
  const { t } = useTranslation()
  const said = useSayProblem()(error)
  const Icon = said.code === 'not-allowed' ? IconLock : IconAlertTriangle
  return (
    <div
      className={isInline ? look.inline : look.state}
      role="alert"
      data-tone={said.code === 'not-allowed' ? 'quiet' : 'error'}
    >
      <p className={look.title}>
        <Icon size={16} stroke={1.8} aria-hidden /> {said.title}
      </p>
      {said.detail === '' ? null : <p className={look.text}>{said.detail}</p>}
      {said.places.length === 0 ? null : (
        <ul className={look.places}>
          {said.places.map((place) => (
            <li key={`${place.where} ${place.what}`}>
              <code>{place.where}</code> {place.what} {place.mend}
            </li>
          ))}
        </ul>
      )}
      {said.mend === '' ? null : <p className={look.text}>{said.mend}</p>}
      {onRetry === undefined || said.code === 'not-allowed' ? null : (
        <div className={look.action}>
          <PlainButton onClick={onRetry}>{t('common.retry')}</PlainButton>
        </div>
      )}
    </div>
  )
}
