import { IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { reconnectNow } from '../events/event-stream.ts'
import { useStreamState } from '../events/use-events.ts'
import { useNow } from '../ui/clock.ts'
import look from './live-pill.module.css'

const PATIENCE_MS = 2_500

/** Says when what is on screen is no longer live, and when it will be again. Nothing is said about a blink. */
export function LivePill() {
  const state = useStreamState()
  return state.isLive ? null : <Stale since={state.since} retryAt={state.retryAt} />
}

function Stale({ since, retryAt }: { since: number; retryAt: number }) {
  const { t } = useTranslation()
  useNow('second')
  const now = Date.now()
  if (now - since < PATIENCE_MS) return null
  const seconds = Math.ceil((retryAt - now) / 1_000)
  return (
    <div className={look.pill} role="status" title={t('frame.live.explain')}>
      <IconPlugConnectedX size={16} stroke={1.6} aria-hidden />
      <span>{t('frame.live.stale')}</span>
      <span className={look.when}>{seconds > 0 ? t('frame.live.retrying', { n: seconds }) : t('frame.live.now')}</span>
      <button type="button" className={look.retry} onClick={reconnectNow}>
        {t('frame.live.retry')}
      </button>
    </div>
  )
}
