import { useTranslation } from 'react-i18next'
import type { RunningClock } from '../../api/types.ts'
import { ClauseChip } from '../../ui/clause-chip.tsx'
import { useNow } from '../../ui/clock.ts'
import { sayClock } from '../../ui/say-clock.ts'
import { TeamBadge } from '../../ui/team-badge.tsx'
import { TimeLeft } from '../../ui/time-left.tsx'
import look from './clock-list.module.css'

/** The clocks that run, what each promises, by whom, and how much of its time is gone. */
export function ClockList({ clocks }: { clocks: readonly RunningClock[] }) {
  const { t } = useTranslation()
  const now = useNow()
  if (clocks.length === 0) return <p className="quiet">{t('today.noClocks')}</p>
  return (
    <ul className={look.clocks}>
      {clocks.map((clock) => {
        const start = Date.parse(clock.startedAt)
        const gone = Math.min(1, Math.max(0, (now - start) / Math.max(1, Date.parse(clock.dueAt) - start)))
        return (
          <li key={clock.name} className={look.clock}>
            <TeamBadge side={clock.team} isShort />
            <span className={look.name}>
              {sayClock(clock.name, t)} <ClauseChip clause={clock.clause} />
            </span>
            <TimeLeft dueAt={clock.dueAt} />
            <span
              className={look.track}
              data-is-breached={clock.isBreached || undefined}
              data-side={clock.team}
              aria-hidden
            >
              <span style={{ width: `${gone * 100}%` }} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}
