import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueLead } from '../../api/types.ts'
import { useIsWaiting } from '../../frame/use-waiting.ts'
import { sayFact } from '../../story/say-fact.ts'
import { useSay } from '../../story/use-say.ts'
import { useNow } from '../../ui/clock.ts'
import { GradeBadge } from '../../ui/grade-badge.tsx'
import { sayMoment } from '../../ui/say-moment.ts'
import { TimeLeft } from '../../ui/time-left.tsx'
import look from './queue-list.module.css'

type Props = {
  lead: QueueLead
  isSelected: boolean
  isMarked: boolean
  hasMarks: boolean
  showsOwner: boolean
  onSelect: (personId: string) => void
  onMark: (personId: string) => void
}

/** One lead of the queue: how long is left, who, and why now. */
export const QueueRow = memo(function QueueRow({
  lead,
  isSelected,
  isMarked,
  hasMarks,
  showsOwner,
  onSelect,
  onMark,
}: Props) {
  const { t, i18n } = useTranslation()
  const say = useSay()
  const isWaiting = useIsWaiting(lead.personId)
  const now = useNow()
  const deed =
    lead.lastDid === null
      ? t(`common.stage.${lead.stage}`)
      : `${sayFact(lead.lastDid, say)}, ${sayMoment(Date.parse(lead.lastDid.at), now, i18n.language, t)}`
  return (
    <li
      id={`lead-${lead.personId}`}
      className={look.row}
      data-is-selected={isSelected || undefined}
      data-is-marked={isMarked || undefined}
      data-has-marks={hasMarks || undefined}
    >
      <input
        type="checkbox"
        className={look.mark}
        checked={isMarked}
        onChange={() => onMark(lead.personId)}
        aria-label={t('today.select', { name: lead.name })}
        tabIndex={-1}
      />
      <button
        type="button"
        className={look.open}
        onClick={() => onSelect(lead.personId)}
        aria-current={isSelected || undefined}
      >
        <span className={look.left}>
          <TimeLeft dueAt={lead.dueAt} />
        </span>
        <span className={look.who}>
          <span className={look.name}>
            <b>{lead.name}</b>
            {lead.company === null ? null : <span> · {lead.company}</span>}
          </span>
          <span className={look.deed}>
            {isWaiting ? <span className={look.waits}>{t('frame.waiting.mark')} · </span> : null}
            {deed}
            {showsOwner ? <span className={look.owner}> · {lead.owner?.name ?? t('today.noOwner')}</span> : null}
          </span>
        </span>
        <GradeBadge grade={lead.grade} />
      </button>
    </li>
  )
})
