import { IconCalendarQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PlainButton } from '../../ui/plain-button.tsx'
import look from './meetings.module.css'
import type { Meeting } from './queries.ts'
import { sayWhen } from './say-when.ts'
import { useAnswer } from './use-answer.ts'

type Props = { meetings: readonly Meeting[]; onOpen: (meeting: Meeting) => void }

/** Guests who propose another time: each is answered in its own line. */
export function ProposedMeetings({ meetings, onOpen }: Props) {
  const { t } = useTranslation()
  if (meetings.length === 0) return null
  return (
    <section className={look.due} data-tone="news" aria-labelledby="proposed-meetings">
      <h2 id="proposed-meetings">{t('meetings.proposal.heading')}</h2>
      <ul className={look.dueList}>
        {meetings.map((meeting) => (
          <Line key={meeting.id} meeting={meeting} onOpen={() => onOpen(meeting)} />
        ))}
      </ul>
    </section>
  )
}

function Line({ meeting, onOpen }: { meeting: Meeting; onOpen: () => void }) {
  const { t, i18n } = useTranslation()
  const answer = useAnswer(meeting)
  const to = sayWhen(meeting.proposal?.startsAt ?? meeting.startsAt, i18n.language)
  return (
    <li>
      <button type="button" className={look.dueMain} onClick={onOpen}>
        {meeting.guest.name}{' '}
        <span className="quiet small tnum">
          {t('meetings.proposal.line', { from: sayWhen(meeting.startsAt, i18n.language), to })}
          {meeting.proposal?.comment == null ? null : ` · “${meeting.proposal.comment}”`}
        </span>
      </button>
      {meeting.mayChange ? (
        <span className={look.buttons}>
          <PlainButton
            leftSection={<IconCalendarQuestion size={15} stroke={1.8} aria-hidden />}
            disabled={answer.isPending}
            onClick={() => answer.mutate({ answer: 'accept', note: '' })}
          >
            {t('meetings.proposal.accept')}
          </PlainButton>
          <PlainButton disabled={answer.isPending} onClick={() => answer.mutate({ answer: 'decline', note: '' })}>
            {t('meetings.proposal.decline')}
          </PlainButton>
        </span>
      ) : (
        <span className="quiet small">{t('meetings.with', { name: meeting.host.name })}</span>
      )}
    </li>
  )
}
