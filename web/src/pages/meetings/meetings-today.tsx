import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { serverNow } from '../../ui/clock.ts'
import { proposedQuery } from './book-queries.ts'
import { DueMeetings } from './due-meetings.tsx'
import look from './meetings.module.css'
import { ProposedMeetings } from './proposed-meetings.tsx'
import { dueMeetingsQuery, nextMeetingQuery } from './queries.ts'
import { sayWhen } from './say-when.ts'

const SHOWN = 2

/** Meetings on Today: guests who propose another time, those that are over without a word, and the next one. */
export function MeetingsToday() {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const [nextOf] = useState(() => nextMeetingQuery(serverNow()))
  const due = useQuery(dueMeetingsQuery('me')).data?.meetings ?? []
  const proposed = useQuery(proposedQuery('me')).data?.meetings ?? []
  const coming = useQuery(nextOf).data?.meetings
  const next = coming?.find(({ status, endsAt }) => status === 'booked' && Date.parse(endsAt) > serverNow())
  if (due.length === 0 && proposed.length === 0 && next === undefined) return null
  return (
    <div className={look.onToday}>
      <ProposedMeetings
        meetings={proposed.slice(0, SHOWN)}
        onOpen={({ id }) => void navigate({ to: paths.meetings, search: { meeting: id } })}
      />
      <DueMeetings
        meetings={due.slice(0, SHOWN)}
        total={due.length}
        onOpen={({ id }) => void navigate({ to: paths.meetings, search: { meeting: id } })}
      />
      <p className="small">
        {next === undefined ? null : (
          <>
            <Link to={paths.meetings} search={{ meeting: next.id }}>
              {t('meetings.next', {
                when: sayWhen(next.startsAt, i18n.language),
                name: next.guest.name,
                title: next.title,
              })}
            </Link>
            {' · '}
          </>
        )}
        <Link to={paths.meetings}>{t('meetings.due.all')}</Link>
      </p>
    </div>
  )
}
