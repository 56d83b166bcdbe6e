import { useTranslation } from 'react-i18next'
import look from './meetings.module.css'
import type { Meeting } from './queries.ts'
import { sayTime } from './say-when.ts'

/** What colour a meeting has: its status, and "over" while nobody has said a word. */
export function toneOf(meeting: Meeting): 'booked' | 'held' | 'missed' | 'cancelled' | 'over' {
  return meeting.isWithoutWord ? 'over' : meeting.status
}

/** One meeting of a day. */
export function MeetingCard({
  meeting,
  isHere,
  showsHost,
  onOpen,
}: {
  meeting: Meeting
  isHere: boolean
  showsHost: boolean
  onOpen: () => void
}) {
  const { t, i18n } = useTranslation()
  const tone = toneOf(meeting)
  const about = [
    meeting.title,
    ...(showsHost ? [t('meetings.with', { name: meeting.host.name })] : []),
    tone === 'booked' && meeting.proposal !== null
      ? t('meetings.proposal.short')
      : tone === 'booked'
        ? t(`meetings.reply.${meeting.reply}`)
        : t(`meetings.status.${tone}`),
  ]
  return (
    <button
      type="button"
      id={`meeting-${meeting.id}`}
      className={look.one}
      data-status={tone}
      data-is-here={isHere || undefined}
      onClick={onOpen}
    >
      <span className={`${look.time} tnum`}>
        {sayTime(meeting.startsAt, i18n.language)}–{sayTime(meeting.endsAt, i18n.language)}
      </span>
      <span className={look.who}>{meeting.guest.name}</span>
      <span className={look.about} title={about.join(' · ')}>
        {about.join(' · ')}
      </span>
    </button>
  )
}
