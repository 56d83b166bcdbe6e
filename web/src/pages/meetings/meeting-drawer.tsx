import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { paths } from '../../paths.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import { ChangeForm } from './change-form.tsx'
import { toneOf } from './meeting-card.tsx'
import look from './meetings.module.css'
import { Proposal } from './proposal.tsx'
import { type Meeting, meetingQuery } from './queries.ts'
import { sayTime, sayWhen } from './say-when.ts'
import { useWords } from './use-words.ts'
import { WordForm } from './word-form.tsx'

/** One meeting: when and with whom, what became of it, and moving or cancelling it. */
export function MeetingDrawer({ meetingId, onClose }: { meetingId: string; onClose: () => void }) {
  const query = useQuery(meetingQuery(meetingId))
  return (
    <Drawer isOpen onClose={onClose} title={query.data?.title ?? ''} width={520}>
      <Loaded query={query}>
        {(meeting) => (
          <>
            <Proposal meeting={meeting} clash={meeting.proposalClash} />
            <Details meeting={meeting} guestUrl={meeting.guestUrl} />
          </>
        )}
      </Loaded>
    </Drawer>
  )
}

function Details({ meeting, guestUrl }: { meeting: Meeting; guestUrl: string | null }) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const { guest } = meeting
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const tone = toneOf(meeting)
  const by = meeting.cancelledBy === null ? '' : ` ${t(`meetings.cancelledBy.${meeting.cancelledBy}`)}`
  return (
    <>
      <dl className={look.facts}>
        <dt>{t('meetings.drawer.when')}</dt>
        <dd className="tnum">
          {sayWhen(meeting.startsAt, language)}–{sayTime(meeting.endsAt, language)}
          <div className="quiet small">
            {t(`meetings.status.${tone}`)}
            {by}
          </div>
        </dd>
        {guest.zone === own ? null : (
          <>
            <dt>{t('meetings.drawer.guestZone')}</dt>
            <dd className="tnum">
              {sayWhen(meeting.startsAt, language, guest.zone)} <span className="quiet small">{guest.zone}</span>
            </dd>
          </>
        )}
        <dt>{t('meetings.drawer.where')}</dt>
        <dd>
          {/^https:\/\/\S+$/.test(meeting.place) ? (
            <a href={meeting.place} target="_blank" rel="noreferrer">
              {meeting.place}
            </a>
          ) : (
            meeting.place || t(`meetings.place.${meeting.placeKind}`)
          )}
        </dd>
        <dt>{t('meetings.drawer.guest')}</dt>
        <dd>
          {meeting.personId === null ? (
            guest.name
          ) : (
            <Link to={paths.lead} params={{ personId: meeting.personId }}>
              {guest.name}
            </Link>
          )}
          {guest.email === null ? null : (
            <div>
              <a href={`mailto:${guest.email}`}>{guest.email}</a>
            </div>
          )}
          {guest.phone === null ? null : (
            <div>
              <a href={`tel:${guest.phone.replaceAll(/[^\d+]/g, '')}`}>{guest.phone}</a>
            </div>
          )}
        </dd>
        <dt>{t('meetings.drawer.host')}</dt>
        <dd>{meeting.host.name}</dd>
        <dt>{t('meetings.drawer.answer')}</dt>
        <dd>
          {t(`meetings.reply.${meeting.reply}`)}
          {meeting.replyComment === null ? null : <div className="quiet small">“{meeting.replyComment}”</div>}
        </dd>
        {meeting.answers.map(({ label, answer }) => (
          <Answer key={label} label={label} answer={answer} />
        ))}
        {meeting.note === '' ? null : <Answer label={t('meetings.drawer.note')} answer={meeting.note} />}
        {meeting.nextStep === '' ? null : <Answer label={t('meetings.drawer.nextStep')} answer={meeting.nextStep} />}
      </dl>
      {guestUrl === null || meeting.status !== 'booked' ? null : (
        <div className={look.form}>
          <CopyButton
            text={guestUrl}
            label={t('meetings.drawer.guestLink')}
            copied={t('meetings.drawer.copied')}
            variant="subtle"
          />
        </div>
      )}
      {meeting.mayChange ? <Acts meeting={meeting} /> : <p className="quiet">{t('meetings.drawer.notYours')}</p>}
    </>
  )
}

function Answer({ label, answer }: { label: string; answer: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{answer}</dd>
    </>
  )
}

function Acts({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation()
  const { takeBack } = useWords()
  const client = useQueryClient()
  const uncancel = async () => {
    try {
      await take(api.DELETE('/api/meetings/{meetingId}/cancellation', { params: { path: { meetingId: meeting.id } } }))
      sayDone(t('meetings.done.back'))
    } catch (error) {
      sayRefused(error)
    }
    await client.invalidateQueries({ queryKey: ['meetings'] })
  }
  if (meeting.status === 'cancelled')
    return (
      <div className={look.form}>
        <Button w="max-content" onClick={() => void uncancel()}>
          {t('meetings.drawer.uncancel')}
        </Button>
      </div>
    )
  if (meeting.status !== 'booked')
    return (
      <div className={look.form}>
        <Button w="max-content" onClick={() => void takeBack(meeting)}>
          {t('meetings.drawer.back')}
        </Button>
      </div>
    )
  return (
    <>
      <WordForm meeting={meeting} />
      {meeting.isWithoutWord ? null : <ChangeForm meeting={meeting} />}
    </>
  )
}
