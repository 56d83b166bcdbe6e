import { Button } from '@mantine/core'
import { IconChevronLeft, IconPhone } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { leadQuery, storyQuery } from '../../api/lead-query.ts'
import { useIsRole } from '../../api/session.ts'
import { telOf, usePhone } from '../../calls/format-phone.ts'
import { sayMinute } from '../../calls/local-date.ts'
import { OutcomePad } from '../../calls/outcome-pad.tsx'
import { sayListName } from '../../calls/say-list-name.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { paths } from '../../paths.ts'
import { ShortFactLine } from '../../story/short-fact-line.tsx'
import { useNow } from '../../ui/clock.ts'
import { Empty } from '../../ui/empty.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { GradeBadge } from '../../ui/grade-badge.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { sayMoment } from '../../ui/say-moment.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import { Needs } from '../lead/needs.tsx'
import { type Current, type OpenSession, sessionQuery } from './queries.ts'
import { ScriptView } from './script-view.tsx'
import look from './session.module.css'
import { SummaryLine, SummaryStats } from './summary.tsx'

const route = getRouteApi('/framed/calls/$sessionId')
const KEEP_MS = 120_000

/** A session as it runs: one person after the other, the script on the left, the story on the right. */
export function SessionPage() {
  const { sessionId } = route.useParams()
  const query = useQuery(sessionQuery(sessionId))
  return (
    <Page isFull>
      <Loaded query={query}>{(session) => <Running key={sessionId} session={session} />}</Loaded>
    </Page>
  )
}

function Running({ session }: { session: OpenSession }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { id } = session
  const path = { params: { path: { sessionId: id } } }
  const [isPaused, setIsPaused] = useState(session.current === null)
  const [isOver, setIsOver] = useState(false)
  const isCaller = useIsRole('admin', 'manager', 'seller')
  const key = sessionQuery(id).queryKey
  const { current, closedAt } = session

  const show = (next: Pick<OpenSession, 'current' | 'nextAt'>) =>
    client.setQueryData(key, (before) => (before === undefined ? undefined : { ...before, ...next }))
  const refresh = () => void client.invalidateQueries({ queryKey: ['calls'] })
  const take_ = useMutation({
    mutationFn: () => take(api.POST('/api/calls/sessions/{sessionId}/next', path)),
    onSuccess: (next) => {
      setIsPaused(false)
      setIsOver(next.current === null)
      show(next)
    },
    onError: (error) => sayRefused(error),
    onSettled: refresh,
  })
  const next = () => {
    show({ current: null, nextAt: session.nextAt })
    take_.mutate()
  }
  const skip = useMutation({
    mutationFn: (personId: string) =>
      done(api.POST('/api/calls/sessions/{sessionId}/skip', { ...path, body: { personId } })),
    onSuccess: () => {
      sayDone(t('calls.run.skipped'))
      next()
    },
    onError: (error) => {
      sayRefused(error)
      refresh()
    },
  })
  const pause = useMutation({
    mutationFn: () => take(api.POST('/api/calls/sessions/{sessionId}/pause', path)),
    onSuccess: () => {
      setIsPaused(true)
      show({ current: null, nextAt: session.nextAt })
    },
    onError: (error) => sayRefused(error),
    onSettled: refresh,
  })
  const undo = useMutation({
    mutationFn: () => take(api.POST('/api/calls/undo', { body: { sessionId: id } })),
    onSuccess: ({ outcome }) => {
      setIsPaused(false)
      setIsOver(false)
      sayDone(t('calls.run.undone', { outcome: t(`calls.pad.${outcome}`) }))
    },
    onError: (error) => sayRefused(error, t('calls.run.undo')),
    onSettled: refresh,
  })
  const isCalling = current !== null && !isPaused && closedAt === null
  useKeys(t('calls.keys'), [
    { keys: 'enter', says: t('calls.run.start'), run: next, isOff: isCalling || closedAt !== null || !isCaller },
    { keys: 's', says: t('calls.run.skip'), run: () => current && skip.mutate(current.personId), isOff: !isCalling },
    { keys: 'p', says: t('calls.run.pause'), run: () => pause.mutate(), isOff: !isCalling },
    { keys: 'u', says: t('calls.run.undo'), run: () => undo.mutate(), isOff: !isCaller || closedAt !== null },
  ])
  useEffect(() => {
    if (!isCalling) return undefined
    const timer = setInterval(() => {
      void api.POST('/api/calls/sessions/{sessionId}/keep', { params: { path: { sessionId: id } } })
    }, KEEP_MS)
    return () => clearInterval(timer)
  }, [isCalling, id])

  return (
    <>
      <header className={look.head}>
        <Link to={paths.calls} className={look.back} aria-label={t('calls.back')}>
          <IconChevronLeft size={18} aria-hidden />
        </Link>
        <h1 className={look.title}>{sayListName(session.name, t)}</h1>
        <span className={look.progress}>
          {t('calls.progress', { done: session.done, people: session.people })}
          {session.later > 0 ? ` · ${t('calls.later', { count: session.later })}` : ''}
        </span>
        <span className={look.mine}>
          <SummaryLine summary={session.mine} />
        </span>
        <span className={look.headActs}>
          {isCaller && closedAt === null ? (
            <Button
              size="compact-sm"
              loading={undo.isPending}
              onClick={() => undo.mutate()}
              rightSection={<KeyHint keys="u" />}
            >
              {t('calls.run.undo')}
            </Button>
          ) : null}
          {isCalling ? (
            <>
              <Button
                size="compact-sm"
                onClick={() => skip.mutate(current.personId)}
                rightSection={<KeyHint keys="s" />}
              >
                {t('calls.run.skip')}
              </Button>
              <Button size="compact-sm" onClick={() => pause.mutate()} rightSection={<KeyHint keys="p" />}>
                {t('calls.run.pause')}
              </Button>
            </>
          ) : null}
        </span>
      </header>
      {isCalling ? (
        <Person key={current.personId} current={current} session={session} onDone={next} onUndone={refresh} />
      ) : take_.isPending ? (
        <Skeleton rows={8} />
      ) : (
        <Standing session={session} isOver={isOver} isCaller={isCaller} onStart={next} onRefresh={refresh} />
      )}
    </>
  )
}

/** Nobody is being called: before the start, in a pause, at the end. */
function Standing({
  session,
  isOver,
  isCaller,
  onStart,
  onRefresh,
}: {
  session: OpenSession
  isOver: boolean
  isCaller: boolean
  onStart: () => void
  onRefresh: () => void
}) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const navigate = useNavigate()
  const [isSure, setIsSure] = useState(false)
  const { mine, nextAt, waiting, later, closedAt, bySeller } = session
  const close = useMutation({
    mutationFn: () =>
      done(api.POST('/api/calls/sessions/{sessionId}/close', { params: { path: { sessionId: session.id } } })),
    onError: (error) => sayRefused(error),
    onSettled: onRefresh,
  })
  const when = nextAt === null ? '' : sayMoment(Date.parse(nextAt), now, i18n.language, t)
  const free = waiting - later
  const title =
    closedAt !== null
      ? t('calls.run.endedTitle')
      : waiting === 0
        ? t('calls.run.finishedTitle')
        : isOver || free === 0
          ? t('calls.run.waitTitle')
          : mine.calls > 0
            ? t('calls.run.paused')
            : t('calls.run.startText', { count: free })
  const text =
    closedAt !== null
      ? ''
      : waiting === 0
        ? t('calls.run.finished')
        : isOver || free === 0
          ? nextAt === null
            ? ''
            : t('calls.run.laterText', { when })
          : mine.calls > 0
            ? t('calls.run.pausedText')
            : t('calls.run.keysText')
  return (
    <div className={look.standing}>
      <Empty
        title={title}
        action={
          <>
            {isCaller && closedAt === null && waiting > 0 ? (
              <Button
                variant="filled"
                size="md"
                onClick={onStart}
                data-autofocus
                rightSection={<KeyHint keys="enter" />}
              >
                {t(mine.calls > 0 ? 'calls.resume' : 'calls.run.start')}
              </Button>
            ) : null}
            {isCaller && closedAt === null ? (
              <Button loading={close.isPending} onClick={() => (isSure ? close.mutate() : setIsSure(true))}>
                {t(isSure ? 'calls.run.endSure' : 'calls.run.end')}
              </Button>
            ) : (
              <Button onClick={() => void navigate({ to: paths.calls })}>{t('calls.back')}</Button>
            )}
          </>
        }
      >
        {text}
      </Empty>
      {mine.calls === 0 ? null : <SummaryStats summary={mine} />}
      {bySeller.length < 2 ? null : (
        <section className={look.sellers}>
          <h2>{t('calls.run.bySeller')}</h2>
          <ul>
            {bySeller.map(({ user, summary }) => (
              <li key={user.id}>
                <b>{user.name}</b> <SummaryLine summary={summary} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** The person at hand. */
function Person({
  current,
  session,
  onDone,
  onUndone,
}: {
  current: Current
  session: OpenSession
  onDone: () => void
  onUndone: () => void
}) {
  const { t, i18n } = useTranslation()
  const [words, setWords] = useState('')
  const shown = usePhone(current.phone)
  const lead = useQuery(leadQuery(current.personId)).data
  const title = typeof lead?.person.title === 'string' ? lead.person.title : null
  const dial = () => {
    window.location.href = telOf(current.phone)
  }
  useKeys(t('calls.keys'), [
    { keys: 'd', says: t('calls.run.dial'), run: dial },
    {
      keys: 'i',
      says: t('calls.script.words'),
      run: () => document.getElementById('their-words')?.focus(),
    },
  ])
  return (
    <div className={look.columns}>
      <Fold title={t('calls.run.script')} className={look.left}>
        <ScriptView script={session.scriptText} name={current.name} words={words} onWords={setWords} />
      </Fold>
      <article className={look.person} aria-label={current.name}>
        <div className={look.who}>
          <h2 className={look.name}>{current.name}</h2>
          <p className={look.company}>{[title, current.company].filter((one) => one !== null).join(' · ')}</p>
          <a href={telOf(current.phone)} className={look.phone} aria-label={t('acts.call', { phone: shown })}>
            <IconPhone size={22} stroke={1.6} aria-hidden /> {shown} <KeyHint keys="d" />
          </a>
          <p className="quiet">
            {t('calls.run.their', { time: sayMinute(current.localMinute, i18n.language) })}
            {' · '}
            {t('calls.run.attempt', { n: current.attempts + 1 })}
            {lead?.grade == null ? null : (
              <>
                {' · '}
                <GradeBadge grade={lead.grade} />
              </>
            )}
          </p>
        </div>
        <div className={look.padPlace}>
          <OutcomePad
            personId={current.personId}
            name={current.name}
            sessionId={session.id}
            retryAt={current.retryAt}
            words={words}
            onDone={onDone}
            onUndone={onUndone}
          />
        </div>
      </article>
      <Fold title={t('calls.run.story')} className={look.right}>
        <StoryExcerpt personId={current.personId} />
      </Fold>
    </div>
  )
}

/** A column beside the person; on a phone it is folded below. */
function Fold({ title, className, children }: { title: string; className: string | undefined; children: ReactNode }) {
  return (
    <aside className={className} aria-label={title}>
      {children}
    </aside>
  )
}

const EXCERPT = 8

function StoryExcerpt({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const story = useInfiniteQuery(storyQuery(personId, undefined, 20))
  if (story.isError) return <ErrorNote error={story.error} onRetry={() => void story.refetch()} isInline />
  const facts = story.data?.pages[0]?.facts.filter((fact) => fact.side !== 'time').slice(0, EXCERPT)
  return (
    <>
      <h3 className={look.part}>{t('calls.incoming.needs')}</h3>
      <Needs personId={personId} />
      <h3 className={look.part}>{t('calls.run.story')}</h3>
      {facts === undefined ? (
        <Skeleton rows={4} />
      ) : (
        <ol>
          {facts.map((fact) => (
            <ShortFactLine key={fact.id} fact={fact} />
          ))}
        </ol>
      )}
      <p>
        <Link to={paths.lead} params={{ personId }} className={look.link}>
          {t('calls.run.wholeStory')}
        </Link>
      </p>
    </>
  )
}
