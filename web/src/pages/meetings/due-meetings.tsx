import { IconCalendarCheck, IconCalendarX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PlainButton } from '../../ui/plain-button.tsx'
import look from './meetings.module.css'
import type { Meeting } from './queries.ts'
import { sayWhen } from './say-when.ts'
import { useWords } from './use-words.ts'

/** Meetings that are over without a word: two buttons each. */
export function DueMeetings({
  meetings,
  total = meetings.length,
  here,
  onOpen,
}: {
  meetings: readonly Meeting[]
  /** How many there are, where only some are shown. */
  total?: number
  here?: string | undefined
  onOpen: (meeting: Meeting) => void
}) {
  const { t, i18n } = useTranslation()
  const { say } = useWords()
  if (meetings.length === 0) return null
  return (
    <section className={look.due} aria-labelledby="due-meetings">
      <h2 id="due-meetings">{t('meetings.due.title')}</h2>
      <p className="small">{t('meetings.due.text', { count: total })}</p>
      <ul className={look.dueList}>
        {meetings.map((meeting) => (
          <li key={meeting.id} id={`meeting-${meeting.id}`}>
            <button
              type="button"
              className={look.dueMain}
              data-is-here={here === meeting.id || undefined}
              onClick={() => onOpen(meeting)}
            >
              {meeting.guest.name}{' '}
              <span className="quiet small">
                {sayWhen(meeting.startsAt, i18n.language)} · {meeting.title}
              </span>
            </button>
            {meeting.mayChange ? (
              <span className={look.buttons}>
                <PlainButton
                  leftSection={<IconCalendarCheck size={15} stroke={1.8} aria-hidden />}
                  onClick={() => void say(meeting, 'held')}
                >
                  {t('meetings.due.held')}
                </PlainButton>
                <PlainButton
                  leftSection={<IconCalendarX size={15} stroke={1.8} aria-hidden />}
                  onClick={() => void say(meeting, 'missed')}
                >
                  {t('meetings.due.missed')}
                </PlainButton>
              </span>
            ) : (
              <span className="quiet small">{t('meetings.with', { name: meeting.host.name })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
