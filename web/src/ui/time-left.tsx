import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNow } from './clock.ts'
import { sayLeft, urgencyOf } from './say-left.ts'
import { sayExactly } from './say-moment.ts'
import look from './time-left.module.css'

const SOON_MS = 5 * 60_000

/** The time left on a clock, counting down; late is said and marked, not only red. */
export function TimeLeft({ dueAt }: { dueAt: string | null }) {
  const due = dueAt === null ? null : Date.parse(dueAt)
  if (due === null)
    return (
      <span className={look.left} data-urgency="later">
        –
      </span>
    )
  return <Counting due={due} />
}

function Counting({ due }: { due: number }) {
  const { t, i18n } = useTranslation()
  const isClose = Math.abs(due - useNow()) < SOON_MS
  const now = useNow(isClose ? 'second' : 'halfMinute')
  const urgency = urgencyOf(due, now)
  return (
    <time
      className={look.left}
      data-urgency={urgency}
      dateTime={new Date(due).toISOString()}
      title={sayExactly(due, i18n.language)}
    >
      {urgency === 'late' ? (
        <IconAlertTriangle size={14} stroke={2} aria-hidden />
      ) : (
        <span className={look.dot} aria-hidden />
      )}
      {sayLeft(due, now, i18n.language, t)}
    </time>
  )
}
