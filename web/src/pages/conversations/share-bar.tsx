import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import look from './conversations.module.css'

type Props = {
  /** The prospect's share, 0 to 1. */
  share: number
  low?: number | null | undefined
  high?: number | null | undefined
  target: { from: number; to: number }
  isTall?: boolean
}

/** Their share from the left in the prospect’s hue, ours from the right; the target is a band, the interval a whisker. */
export function ShareBar({ share, low, high, target, isTall = false }: Props) {
  const { t } = useTranslation()
  const { share: say } = useNumbers()
  const percent = (value: number) => `${Math.max(0, Math.min(1, value)) * 100}%`
  return (
    <span
      className={look.bar}
      data-tall={isTall || undefined}
      role="img"
      aria-label={`${t('conversations.talk.share')} ${say(share)}, ${t('conversations.talk.target', { from: say(target.from), to: say(target.to) })}`}
    >
      <span className={look.theirs} style={{ width: percent(share) }} />
      <span
        className={look.band}
        style={{ left: percent(target.from), width: percent(target.to - target.from) }}
        title={t('conversations.talk.target', { from: say(target.from), to: say(target.to) })}
      />
      {low == null || high == null ? null : (
        <span
          className={look.whisker}
          style={{ left: percent(low), width: percent(Math.min(1, high) - Math.max(0, low)) }}
        />
      )}
    </span>
  )
}
