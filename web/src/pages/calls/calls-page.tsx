import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { sayListName } from '../../calls/say-list-name.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { paths } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Page, PageHeader, Section } from '../../ui/page.tsx'
import look from './calls.module.css'
import { Came } from './came.tsx'
import { HeardOfUs } from './heard-of-us.tsx'
import { HoursGrid } from './hours-grid.tsx'
import { Planned } from './planned.tsx'
import { type CallSession, sessionsQuery } from './queries.ts'
import { SummaryLine } from './summary.tsx'

const NewSession = lazy(() => import('./new-session.tsx').then((module) => ({ default: module.NewSession })))
const route = getRouteApi('/framed/calls')

/** Calls: the lists to work, whom to call back, and what calls tell of hours and of the company's name. */
export function CallsPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const isCaller = useIsRole('admin', 'manager', 'seller')
  const isManager = useIsRole('admin', 'manager')
  const sessions = useQuery(sessionsQuery)
  const make = () => void navigate({ search: { make: true } })
  useKeys(t('calls.title'), [{ keys: 'n', says: t('calls.newSession'), run: make, isOff: !isCaller }])
  return (
    <Page>
      <PageHeader
        title={t('calls.title')}
        aside={<span className={look.aside}>{t('calls.aside')}</span>}
        actions={
          <>
            <Link to={paths.callScripts} className={look.link}>
              {t('calls.scripts')}
            </Link>
            {isManager ? (
              <Link to={paths.callSettings} className={look.link}>
                {t('calls.settings')}
              </Link>
            ) : null}
            {isCaller ? (
              <Button variant="filled" onClick={make} rightSection={<KeyHint keys="n" />}>
                {t('calls.newSession')}
              </Button>
            ) : null}
          </>
        }
      />
      <Section title={t('calls.sessions')}>
        <Loaded query={sessions}>
          {({ sessions: rows }) =>
            rows.length === 0 ? (
              <Empty
                title={t('calls.noSessionsTitle')}
                action={
                  isCaller ? (
                    <Button variant="filled" onClick={make}>
                      {t('calls.newSession')}
                    </Button>
                  ) : undefined
                }
              >
                {t('calls.noSessions')}
              </Empty>
            ) : (
              <ul className={look.sessions}>
                {rows.map((row) => (
                  <SessionLine key={row.id} row={row} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
      {isCaller ? <Planned isManager={isManager} /> : null}
      <Came isManager={isManager} />
      <HoursGrid />
      <HeardOfUs />
      <Suspense>
        {search.make ? (
          <NewSession people={search.people} onClose={() => void navigate({ search: {}, replace: true })} />
        ) : null}
      </Suspense>
    </Page>
  )
}

function SessionLine({ row }: { row: CallSession }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { id, name, people, done, later, closedAt, createdAt, sellers, summary } = row
  const to = { to: paths.callSession, params: { sessionId: id } } as const
  return (
    <li className={look.session} data-is-closed={closedAt !== null || undefined}>
      <div className={look.sessionWho}>
        <Link {...to} className={look.sessionName}>
          {sayListName(name, t)}
        </Link>
        <span className="quiet small">
          {t('calls.progress', { done, people })}
          {later > 0 && closedAt === null ? ` · ${t('calls.later', { count: later })}` : ''}
          {' · '}
          <Moment at={createdAt} />
          {sellers.length === 0 ? '' : ` · ${sellers.map((seller) => seller.name).join(', ')}`}
        </span>
        <span className="small">
          <SummaryLine summary={summary} />
        </span>
      </div>
      <progress
        className={look.bar}
        max={Math.max(1, people)}
        value={done}
        aria-label={t('calls.progress', { done, people })}
      />
      {closedAt === null ? (
        <Button size="compact-sm" onClick={() => void navigate(to)}>
          {t(summary.calls > 0 ? 'calls.resume' : 'calls.open')}
        </Button>
      ) : (
        <span className="quiet small">{t('calls.ended')}</span>
      )}
    </li>
  )
}
