import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import look from './book.module.css'
import { ClashNote } from './clash-note.tsx'
import type { Meeting } from './queries.ts'
import { sayTime, sayWhen } from './say-when.ts'
import { useAnswer } from './use-answer.ts'

type Clash = { what: 'meeting' | 'busy' | 'away' | 'outside hours'; title: string }

/** The other time a guest proposes, with what the host has then, and the two answers. */
export function Proposal({ meeting, clash }: { meeting: Meeting; clash: Clash | null }) {
  const { t, i18n } = useTranslation()
  const [note, setNote] = useState('')
  const answer = useAnswer(meeting)
  const { proposal } = meeting
  if (proposal === null || meeting.status !== 'booked') return null
  const when = `${sayWhen(proposal.startsAt, i18n.language)}–${sayTime(proposal.endsAt, i18n.language)}`
  return (
    <section className={look.proposal} aria-label={t('meetings.proposal.title')}>
      <p>
        <strong>{t('meetings.proposal.text', { name: meeting.guest.name, when })}</strong>
      </p>
      {proposal.comment === null ? null : <p>“{proposal.comment}”</p>}
      {clash === null ? (
        <p className="quiet small">{t('meetings.proposal.free')}</p>
      ) : (
        <ClashNote clash={clash} name={meeting.host.name} />
      )}
      {meeting.mayChange ? (
        <>
          <TextInput
            label={t('meetings.proposal.note')}
            value={note}
            maxLength={500}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <span className={look.answers}>
            <Button
              variant="filled"
              disabled={clash?.what === 'meeting'}
              loading={answer.isPending}
              onClick={() => answer.mutate({ answer: 'accept', note })}
            >
              {t('meetings.proposal.accept')}
            </Button>
            <Button disabled={answer.isPending} onClick={() => answer.mutate({ answer: 'decline', note })}>
              {t('meetings.proposal.decline')}
            </Button>
          </span>
        </>
      ) : null}
    </section>
  )
}
