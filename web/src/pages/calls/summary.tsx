import { useTranslation } from 'react-i18next'
import { sayLength } from '../../calls/outcome-pad.tsx'
import { saySpan } from '../../story/say-span.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { Stat, StatRow } from '../../ui/stat.tsx'
import type { Summary } from './queries.ts'

/** Calls, conversations and meetings in one line. */
export function SummaryLine({ summary: { calls, connects, meetings, callsPerHour } }: { summary: Summary }) {
  const { t } = useTranslation()
  const { points } = useNumbers()
  if (calls === 0) return null
  const parts = [
    t('calls.calls', { count: calls }),
    t('calls.connects', { count: connects }),
    ...(meetings === 0 ? [] : [t('calls.meetings', { count: meetings })]),
    ...(callsPerHour === null || calls < 3 ? [] : [t('calls.perHour', { n: points(callsPerHour) })]),
  ]
  return <span className="quiet tnum">{parts.join(' · ')}</span>
}

/** What came of a session, in large. */
export function SummaryStats({ summary }: { summary: Summary }) {
  const { t } = useTranslation()
  const { count, points, share } = useNumbers()
  const { calls, connects, meetings, talkS, workedS, callsPerHour } = summary
  return (
    <StatRow>
      <Stat label={t('calls.stat.calls')} value={count(calls)}>
        {t('calls.stat.worked', { span: saySpan(workedS * 1_000, t) })}
      </Stat>
      <Stat label={t('calls.stat.connects')} value={count(connects)}>
        {calls === 0 ? null : t('calls.stat.ofCalls', { share: share(connects / calls) })}
      </Stat>
      <Stat label={t('calls.stat.meetings')} value={count(meetings)} />
      <Stat label={t('calls.stat.talk')} value={sayLength(talkS)} />
      <Stat label={t('calls.stat.perHour')} value={callsPerHour === null ? '–' : points(callsPerHour)} />
    </StatRow>
  )
}
