import { Button, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { paths } from '../../paths.ts'
import { serverNow } from '../../ui/clock.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayDone, sayRefused, sayUndo } from '../../ui/toast.ts'
import { toneOf } from './meeting-card.tsx'
import look from './meetings.module.css'
import { type Meeting, meetingQuery } from './queries.ts'
import { dayNamed, sayTime, sayWhen } from './say-when.ts'
import { useWords } from './use-words.ts'

/** One meeting: when and with whom, what became of it, and moving or cancelling it. */
export function MeetingDrawer({ meetingId, onClose }: { meetingId: string; onClose: () => void }) {
  const query = useQuery(meetingQuery(meetingId))
  return (
    <Drawer isOpen onClose={onClose} title={query.data?.title ?? ''} width={520}>
      <Loaded query={query}>{(meeting) => <Details meeting={meeting} guestUrl={meeting.guestUrl} />}</Loaded>
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

function WordForm({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation()
  const { say } = useWords()
  const [note, setNote] = useState('')
  const [nextStep, setNextStep] = useState('')
  const [talk, setTalk] = useState<string | number>('')
  const why = Date.parse(meeting.startsAt) > serverNow() ? t('meetings.drawer.notYet') : null
  const talkShare = typeof talk === 'number' ? talk / 100 : undefined
  return (
    <div className={look.form}>
      {why === null ? (
        <>
          <Textarea
            label={t('meetings.drawer.note')}
            placeholder={t('meetings.drawer.notePlaceholder')}
            value={note}
            maxLength={2_000}
            autosize
            minRows={2}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <TextInput
            label={t('meetings.drawer.nextStep')}
            placeholder={t('meetings.drawer.nextPlaceholder')}
            value={nextStep}
            maxLength={500}
            onChange={(event) => setNextStep(event.currentTarget.value)}
          />
          <NumberInput
            label={t('meetings.drawer.talkShare')}
            description={t('meetings.drawer.talkHint')}
            min={0}
            max={100}
            w={220}
            value={talk}
            onChange={setTalk}
          />
        </>
      ) : null}
      <div className={look.buttons}>
        <ReasonedButton
          variant="filled"
          why={why}
          onClick={() =>
            void say(meeting, 'held', { note, nextStep, ...(talkShare === undefined ? {} : { talkShare }) })
          }
        >
          {t('meetings.drawer.held')}
        </ReasonedButton>
        <ReasonedButton why={why} onClick={() => void say(meeting, 'missed', { note })}>
          {t('meetings.drawer.missed')}
        </ReasonedButton>
      </div>
    </div>
  )
}

function localInput(iso: string): string {
  const at = new Date(iso)
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${dayNamed(at)}T${pad(at.getHours())}:${pad(at.getMinutes())}`
}

function ChangeForm({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [open, setOpen] = useState<'move' | 'cancel' | null>(null)
  const [to, setTo] = useState(() => localInput(meeting.startsAt))
  const [why, setWhy] = useState('')
  const path = { meetingId: meeting.id }
  const run = async (act: () => Promise<unknown>, said: () => void) => {
    try {
      await act()
      said()
      setOpen(null)
    } catch (error) {
      sayRefused(error)
    }
    await client.invalidateQueries({ queryKey: ['meetings'] })
  }
  const move = () =>
    run(
      () =>
        take(
          api.PUT('/api/meetings/{meetingId}/time', {
            params: { path },
            body: { startsAt: new Date(to).toISOString(), note: why },
          }),
        ),
      () => sayDone(t('meetings.done.moved')),
    )
  const back = () =>
    run(
      () => take(api.DELETE('/api/meetings/{meetingId}/cancellation', { params: { path } })),
      () => sayDone(t('meetings.done.back')),
    )
  const cancel = () =>
    run(
      () => take(api.PUT('/api/meetings/{meetingId}/cancellation', { params: { path }, body: { note: why } })),
      () => sayUndo(t('meetings.done.cancelled', { name: meeting.guest.name }), () => void back()),
    )
  return (
    <div className={look.form}>
      <div className={look.buttons}>
        <Button
          variant="subtle"
          aria-expanded={open === 'move'}
          onClick={() => setOpen(open === 'move' ? null : 'move')}
        >
          {t('meetings.drawer.move')}
        </Button>
        <Button
          variant="subtle"
          color="red"
          aria-expanded={open === 'cancel'}
          onClick={() => setOpen(open === 'cancel' ? null : 'cancel')}
        >
          {t('meetings.drawer.cancel')}
        </Button>
      </div>
      {open === null ? null : (
        <>
          {open === 'move' ? (
            <TextInput
              type="datetime-local"
              label={t('meetings.drawer.moveTo')}
              value={to}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          ) : null}
          <TextInput
            label={t(open === 'move' ? 'meetings.drawer.moveWhy' : 'meetings.drawer.cancelWhy')}
            value={why}
            maxLength={500}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          <Button w="max-content" variant="filled" onClick={() => void (open === 'move' ? move() : cancel())}>
            {t(open === 'move' ? 'meetings.drawer.moveDo' : 'meetings.drawer.cancelDo')}
          </Button>
        </>
      )}
    </div>
  )
}
