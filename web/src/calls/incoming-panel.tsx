import { Button } from '@mantine/core'
import { IconPhoneIncoming, IconX } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { factFor } from '../acts/use-record.ts'
import { api, take } from '../api/client.ts'
import { useSession } from '../api/session.ts'
import type { Schemas } from '../api/types.ts'
import { useKeys } from '../keys/use-keys.ts'
import { paths } from '../paths.ts'
import { sayFact } from '../story/say-fact.ts'
import { useSay } from '../story/use-say.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { GradeBadge } from '../ui/grade-badge.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { Moment } from '../ui/moment.tsx'
import { TimeLeft } from '../ui/time-left.tsx'
import { sayDone, sayRefused } from '../ui/toast.ts'
import { usePhone } from './format-phone.ts'
import look from './incoming.module.css'
import { WhoIsIt } from './who-is-it.tsx'

type Call = Schemas['IncomingCall']

/** Whoever is calling, with their story, beside whatever the seller is doing. It takes no focus and covers nothing of the work. */
export function IncomingPanel({ callIds, onDrop }: { callIds: readonly string[]; onDrop: (callId: string) => void }) {
  return (
    <div className={look.stack}>
      {callIds.map((callId, index) => (
        <OneCall key={callId} callId={callId} hasKeys={index === 0} onDrop={() => onDrop(callId)} />
      ))}
    </div>
  )
}

function OneCall({ callId, hasKeys, onDrop }: { callId: string; hasKeys: boolean; onDrop: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const navigate = useNavigate()
  const me = useSession().user.id
  const key = ['calls', 'incoming call', callId]
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => take(api.GET('/api/calls/incoming/{callId}', { params: { path: { callId } }, signal })),
    staleTime: 0,
  })
  const call = query.data
  const isMine = call?.answeredBy?.id === me
  const open = () => {
    if (call?.person != null) void navigate({ to: paths.lead, params: { personId: call.person.personId } })
  }
  const answer = useMutation({
    mutationFn: () => take(api.POST('/api/calls/incoming/{callId}/answer', { params: { path: { callId } } })),
    onSuccess: (taken) => {
      client.setQueryData(key, taken)
      open()
    },
    onError: (error) => {
      sayRefused(error)
      onDrop()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['calls'] }),
  })
  const isRinging = call === undefined || call.status === 'ringing'
  useKeys(t('calls.incoming.rings'), [
    { keys: 'y', says: t('calls.incoming.answer'), run: () => answer.mutate(), isOff: !hasKeys || !isRinging },
    { keys: 'mod+j', run: () => answer.mutate(), alsoInFields: true, isOff: !hasKeys || !isRinging },
    { keys: 'z', says: t('calls.incoming.ignore'), run: onDrop, isOff: !hasKeys },
  ])
  return (
    <section className={look.call} aria-live="polite" data-is-ringing={isRinging || undefined}>
      <header className={look.head}>
        <IconPhoneIncoming size={18} stroke={1.8} aria-hidden className={look.icon} />
        <span className={look.state}>
          {call === undefined ? t('calls.incoming.rings') : <State call={call} isMine={isMine} />}
        </span>
        <button type="button" className={look.close} onClick={onDrop} aria-label={t('calls.incoming.ignore')}>
          {isRinging ? <KeyHint keys="z" /> : null} <IconX size={16} aria-hidden />
        </button>
      </header>
      {query.isError ? (
        <ErrorNote error={query.error} onRetry={() => void query.refetch()} isInline />
      ) : call === undefined ? (
        <p className="quiet">{t('calls.incoming.loading')}</p>
      ) : (
        <Caller call={call} />
      )}
      {isRinging ? (
        <div className={look.acts}>
          <Button
            variant="filled"
            size="sm"
            loading={answer.isPending}
            onClick={() => answer.mutate()}
            rightSection={<KeyHint keys="y" />}
          >
            {t('calls.incoming.answer')}
          </Button>
          {call?.person == null ? null : (
            <Button size="sm" onClick={open}>
              {t('calls.incoming.story')}
            </Button>
          )}
        </div>
      ) : null}
      {call !== undefined && call.person === null && call.status !== 'ringing' ? (
        <WhoIsIt callId={callId} onDone={() => void query.refetch()} />
      ) : null}
      {call?.person != null && isMine ? <Note personId={call.person.personId} onDone={onDrop} /> : null}
    </section>
  )
}

function State({ call, isMine }: { call: Call; isMine: boolean }) {
  const { t } = useTranslation()
  if (call.status === 'ringing') return t('calls.incoming.rings')
  if (call.status === 'missed') return t('calls.incoming.missed')
  if (call.status === 'ended') return t('calls.incoming.over')
  return isMine ? t('calls.incoming.yours') : t('calls.incoming.taken', { name: call.answeredBy?.name ?? '' })
}

function Caller({ call: { from, person } }: { call: Call }) {
  const { t } = useTranslation()
  const say = useSay()
  const shown = usePhone(from ?? '')
  const number = from === null ? t('calls.incoming.hidden') : shown
  if (person === null)
    return (
      <div>
        <p className={look.name}>{number}</p>
        {from === null ? null : <p className="quiet">{t('calls.incoming.unknown')}</p>}
      </div>
    )
  return (
    <>
      <div className={look.person}>
        <div>
          <p className={look.name}>
            <Link to={paths.lead} params={{ personId: person.personId }}>
              {person.name}
            </Link>
          </p>
          <p className="quiet small">
            {[
              person.company,
              number,
              person.owner === null ? null : t('calls.incoming.owner', { name: person.owner.name }),
            ]
              .filter((one) => one !== null)
              .join(' · ')}
          </p>
        </div>
        <div className={look.grade}>
          <GradeBadge grade={person.grade} />
          {person.dueAt === null ? null : <TimeLeft dueAt={person.dueAt} />}
        </div>
      </div>
      <dl className={look.told}>
        <div>
          <dt>{t('calls.incoming.needs')}</dt>
          <dd>
            {person.needs.length === 0 ? (
              <span className="quiet">{t('calls.incoming.noNeeds')}</span>
            ) : (
              <ul>
                {person.needs.map(({ need, isKnown, quote }) => (
                  <li key={need}>
                    {need}{' '}
                    <span className="quiet small">
                      {t(isKnown ? 'calls.incoming.known' : 'calls.incoming.supposed')}
                    </span>
                    {quote === null ? null : <q className={look.quote}>{quote}</q>}
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('calls.incoming.last')}</dt>
          <dd>
            {person.touches.length === 0 ? (
              <span className="quiet">{t('calls.incoming.nothing')}</span>
            ) : (
              <ul>
                {person.touches.slice(0, 3).map((touch) => (
                  <li key={`${touch.kind} ${touch.at}`} className={look.touch}>
                    <span className="cut">{sayFact(touch, say)}</span> <Moment at={touch.at} className="quiet small" />
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      </dl>
    </>
  )
}

function Note({ personId, onDone }: { personId: string; onDone: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const save = useMutation({
    mutationFn: () =>
      take(api.POST('/api/facts', { body: { facts: [factFor(personId, 'note.written', { text: text.trim() })] } })),
    onSuccess: () => {
      sayDone(t('calls.incoming.noteSaved'))
      onDone()
    },
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['lead', personId] }),
  })
  return (
    <form
      className={look.note}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') save.mutate()
      }}
    >
      <textarea
        rows={2}
        value={text}
        maxLength={2_000}
        placeholder={t('calls.incoming.note')}
        aria-label={t('calls.incoming.note')}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" size="sm" disabled={text.trim() === ''} loading={save.isPending}>
        {t('calls.incoming.saveNote')}
      </Button>
    </form>
  )
}
