import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newMessageId } from '../acts/message-id.ts'
import { api, take } from '../api/client.ts'
import { leadQuery } from '../api/lead-query.ts'
import type { operations } from '../api/schema.gen.ts'
import { useKeys } from '../keys/use-keys.ts'
import { sayReason } from '../story/say-reason.ts'
import { serverNow, useNow } from '../ui/clock.ts'
import { KeyHint } from '../ui/key-hint.tsx'
import { sayMoment } from '../ui/say-moment.ts'
import { sayDone, sayRefused, sayUndo, sayWarned } from '../ui/toast.ts'
import { atDay, atLocal, localOf } from './local-date.ts'
import look from './outcome-pad.module.css'
import { OUTCOMES, type Outcome, spokenReasons } from './outcomes.ts'

type Body = operations['logCall']['requestBody']['content']['application/json']
type Follow = NonNullable<Body['follow']>
type Heard = NonNullable<Body['heardOfUs']>
const HEARD = ['yes', 'no', 'unsure'] as const satisfies readonly Heard[]
const HOUR_MS = 3_600_000

type Props = {
  personId: string
  name: string
  sessionId?: string
  /** When to call again should nobody answer. */
  retryAt?: string | null
  /** In their words: kept by whoever shows the script. */
  words?: string
  children?: ReactNode
  onDone: () => void
  onUndone?: (personId: string) => void
}

/** The outcome of a call by one key; when somebody picked up, what follows by a second. */
export function OutcomePad({
  personId,
  name,
  sessionId,
  retryAt = null,
  words = '',
  children,
  onDone,
  onUndone,
}: Props) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const client = useQueryClient()
  const [talkingSince, setTalkingSince] = useState<number | null>(null)
  const [heard, setHeard] = useState<Heard | null>(null)
  const [note, setNote] = useState('')
  const isSaid = useRef(false)
  const lead = useQuery(leadQuery(personId)).data
  const reasons = spokenReasons(lead)
  const when = (at: string) => sayMoment(Date.parse(at), now, i18n.language, t)

  const undo = useMutation({
    mutationFn: (outcomeId: string) => take(api.POST('/api/calls/undo', { body: { outcomeId } })),
    onSuccess: (taken) => {
      sayDone(t('calls.run.undone', { outcome: t(`calls.pad.${taken.outcome}`) }))
      onUndone?.(taken.personId)
    },
    onError: (error) => sayRefused(error, t('acts.undo')),
    onSettled: () => refresh(),
  })
  const refresh = () => {
    for (const queryKey of [['calls'], ['queue'], ['lead', personId]]) void client.invalidateQueries({ queryKey })
  }
  const log = useMutation({
    mutationFn: (body: Body) => take(api.POST('/api/calls', { body })),
    onSuccess: ({ outcomeId, next, warnings }, body) => {
      const said = sayDid(body, next?.at ?? null)
      sayUndo(said, () => undo.mutate(outcomeId))
      if (warnings.length > 0) sayWarned(t('acts.notWanted', { what: t('acts.covers.phone') }))
      onDone()
    },
    onError: (error) => {
      isSaid.current = false
      sayRefused(error, t('calls.pad.title'))
    },
    onSettled: refresh,
  })

  const sayDid = (body: Body, nextAt: string | null): string => {
    const { outcome, follow } = body
    if (follow?.what === 'meeting') return t('calls.pad.did.meeting', { name })
    if (follow?.what === 'not interested')
      return t('calls.pad.did.notInterested', { name, reason: sayReason(follow.reason, t) })
    if (follow?.what === 'call back') return t('calls.pad.did.callBack', { name, when: when(follow.at) })
    if (outcome === 'connected') return t('calls.pad.did.connected', { name })
    const named = { name, outcome: t(`calls.pad.${outcome}`) }
    return nextAt === null ? t('calls.pad.did.over', named) : t('calls.pad.did.again', { ...named, when: when(nextAt) })
  }

  const say = (outcome: Outcome, follow: Follow = { what: 'nothing' }) => {
    // Keys come faster than answers: one outcome for one call.
    if (isSaid.current) return
    isSaid.current = true
    const nowMs = serverNow()
    const talked = talkingSince === null || outcome !== 'connected' ? null : talkingSince
    log.mutate({
      personId,
      outcome,
      follow,
      messageId: newMessageId(),
      ...(sessionId === undefined ? {} : { sessionId }),
      ...(talked === null
        ? {}
        : {
            startedAt: new Date(Math.max(talked, nowMs - 4 * HOUR_MS)).toISOString(),
            durationS: Math.min(14_400, Math.max(0, Math.floor((nowMs - talked) / 1_000))),
          }),
      ...(words.trim() === '' ? {} : { words: words.trim() }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      ...(heard === null || outcome !== 'connected' ? {} : { heardOfUs: heard }),
    })
  }
  const begin = (outcome: Outcome) => (outcome === 'connected' ? setTalkingSince(serverNow()) : say(outcome))
  const nextHeard = () =>
    setHeard((before) => HEARD[(before === null ? 0 : HEARD.indexOf(before) + 1) % HEARD.length] ?? 'yes')
  const isTalking = talkingSince !== null

  useKeys(t('calls.keys'), [
    ...OUTCOMES.map(({ outcome, key }) => ({
      keys: key,
      says: t(`calls.pad.${outcome}`),
      run: () => begin(outcome),
      isOff: isTalking,
    })),
    { keys: 'h', says: t('calls.pad.heard'), run: nextHeard, isOff: !isTalking },
    {
      keys: 'escape',
      says: t('calls.pad.back'),
      run: () => setTalkingSince(null),
      isOff: !isTalking,
    },
  ])

  return (
    <section className={look.pad} aria-label={t(isTalking ? 'calls.pad.follow' : 'calls.pad.title')}>
      {children}
      {talkingSince === null ? (
        <>
          <div className={look.outcomes} role="toolbar" aria-label={t('calls.pad.title')}>
            {OUTCOMES.map(({ outcome, key, Icon }) => (
              <button
                key={outcome}
                type="button"
                className={look.act}
                data-is-main={outcome === 'connected' || undefined}
                disabled={log.isPending}
                onClick={() => begin(outcome)}
              >
                <Icon size={20} stroke={1.6} aria-hidden />
                <span>{t(`calls.pad.${outcome}`)}</span>
                <KeyHint keys={key} />
              </button>
            ))}
          </div>
          <p className={look.retry}>
            {retryAt === null ? t('calls.pad.noRetry') : t('calls.pad.retry', { when: when(retryAt) })}
          </p>
        </>
      ) : (
        <Follow
          reasons={reasons}
          talkingSince={talkingSince}
          retryAt={retryAt}
          isBusy={log.isPending}
          heard={heard}
          note={note}
          onHeard={setHeard}
          onNote={setNote}
          onFollow={(follow) => say('connected', follow)}
        />
      )}
    </section>
  )
}

type FollowProps = {
  reasons: readonly { reason: string; asksDate: boolean }[]
  talkingSince: number
  retryAt: string | null
  isBusy: boolean
  heard: Heard | null
  note: string
  onHeard: (heard: Heard) => void
  onNote: (note: string) => void
  onFollow: (follow: Follow) => void
}

/** The talk, and what follows from it. */
function Follow({ reasons, talkingSince, retryAt, isBusy, heard, note, onHeard, onNote, onFollow }: FollowProps) {
  const { t } = useTranslation()
  const id = useId()
  const [at, setAt] = useState(() => localOf(retryAt === null ? serverNow() + 24 * HOUR_MS : Date.parse(retryAt)))
  const [asking, setAsking] = useState<string | null>(null)
  const callBack = () => {
    const ms = atLocal(at)
    if (ms !== null) onFollow({ what: 'call back', at: new Date(ms).toISOString() })
  }
  const refuse = ({ reason, asksDate }: { reason: string; asksDate: boolean }) =>
    asksDate ? setAsking(reason) : onFollow({ what: 'not interested', reason })
  useKeys(t('calls.keys'), [
    { keys: 'm', says: t('calls.pad.meeting'), run: () => onFollow({ what: 'meeting' }) },
    { keys: 'l', says: t('calls.pad.callBack'), run: callBack },
    { keys: 'enter', says: t('calls.pad.nothing'), run: () => onFollow({ what: 'nothing' }) },
    ...reasons.slice(0, 9).map((one, index) => ({
      keys: String(index + 1),
      says: `${t('calls.pad.notInterested')} ${sayReason(one.reason, t)}`,
      run: () => refuse(one),
    })),
  ])
  return (
    <>
      <p className={look.talking} role="status">
        <span className={look.dot} aria-hidden /> {t('calls.pad.on')} <Timer since={talkingSince} />
      </p>
      <fieldset className={look.heard}>
        <legend>
          {t('calls.pad.heard')} <KeyHint keys="h" />
        </legend>
        {HEARD.map((one) => (
          <button key={one} type="button" aria-pressed={heard === one} onClick={() => onHeard(one)}>
            {t(`calls.pad.${one}`)}
          </button>
        ))}
      </fieldset>
      <input
        className={look.note}
        value={note}
        maxLength={2_000}
        placeholder={t('calls.pad.note')}
        aria-label={t('calls.pad.note')}
        onChange={(event) => onNote(event.currentTarget.value)}
      />
      <div className={look.follows}>
        <button
          type="button"
          className={look.act}
          data-is-main
          disabled={isBusy}
          onClick={() => onFollow({ what: 'meeting' })}
        >
          <span>{t('calls.pad.meeting')}</span>
          <KeyHint keys="m" />
        </button>
        <div className={look.later}>
          <button type="button" className={look.act} disabled={isBusy || atLocal(at) === null} onClick={callBack}>
            <span>{t('calls.pad.callBack')}</span>
            <KeyHint keys="l" />
          </button>
          <input
            type="datetime-local"
            value={at}
            aria-label={t('calls.pad.when')}
            onChange={(event) => setAt(event.currentTarget.value)}
          />
        </div>
        <button type="button" className={look.act} disabled={isBusy} onClick={() => onFollow({ what: 'nothing' })}>
          <span>{t('calls.pad.nothing')}</span>
          <KeyHint keys="enter" />
        </button>
      </div>
      <div className={look.reasons} role="toolbar" aria-label={t('calls.pad.notInterested')}>
        <span className={look.reasonsTitle}>{t('calls.pad.notInterested')}</span>
        {reasons.map((one, index) => (
          <button key={one.reason} type="button" className={look.reason} disabled={isBusy} onClick={() => refuse(one)}>
            {index < 9 ? <KeyHint keys={String(index + 1)} /> : null} {sayReason(one.reason, t)}
          </button>
        ))}
      </div>
      {asking === null ? null : (
        <form
          className={look.asking}
          onSubmit={(event) => {
            event.preventDefault()
            const day = new FormData(event.currentTarget).get('day')
            const ms = typeof day === 'string' ? atDay(day) : null
            if (ms !== null) onFollow({ what: 'not interested', reason: asking, recycleAt: new Date(ms).toISOString() })
          }}
        >
          <label htmlFor={id}>{t('calls.pad.datePlease', { reason: sayReason(asking, t) })}</label>
          <input
            id={id}
            name="day"
            type="date"
            required
            ref={(field) => field?.focus()}
            min={localOf(serverNow() + 24 * HOUR_MS).slice(0, 10)}
          />
          <button type="submit" className={look.act}>
            {t('common.save')}
          </button>
        </form>
      )}
    </>
  )
}

/** Minutes and seconds since a moment. */
export function Timer({ since }: { since: number }) {
  const now = useNow('second')
  return <span className="tnum">{sayLength((now - since) / 1_000)}</span>
}

/** A length in minutes and seconds: `3:07`. */
export function sayLength(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
