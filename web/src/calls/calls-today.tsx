import { IconPhone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../api/session.ts'
import { PlanLine } from '../pages/calls/planned.tsx'
import { plansQuery, sessionsQuery, unknownQuery } from '../pages/calls/queries.ts'
import { paths } from '../paths.ts'
import look from './calls-today.module.css'
import { sayListName } from './say-list-name.ts'
import { UnknownCaller } from './unknown-callers.tsx'

const SHOWN = 3

/** On Today: missed calls of nobody we know, the calls that are due, and the list that waits to be called. */
export function CallsToday() {
  const { t } = useTranslation()
  const due = useQuery(plansQuery('due')).data
  const maySell = useIsRole('admin', 'manager', 'seller')
  const unknown = useQuery({ ...unknownQuery, enabled: maySell }).data
  const open = useQuery(sessionsQuery).data?.sessions.find(
    (session) => session.closedAt === null && session.waiting > session.later,
  )
  const missed = unknown?.calls ?? []
  if ((due?.total ?? 0) === 0 && missed.length === 0 && open === undefined) return null
  return (
    <section className={look.strip} aria-label={t('calls.due.title')}>
      {missed.length === 0 ? null : (
        <>
          <h2 className={look.title}>
            {t('calls.unknown.title')} <span className={look.count}>{unknown?.total ?? missed.length}</span>
          </h2>
          <ul>
            {missed.slice(0, SHOWN).map((call) => (
              <UnknownCaller key={call.id} call={call} />
            ))}
          </ul>
        </>
      )}
      {due === undefined || due.total === 0 ? null : (
        <>
          <h2 className={look.title}>
            {t('calls.due.title')} <span className={look.count}>{due.total}</span>
          </h2>
          <ul>
            {due.plans.slice(0, SHOWN).map((plan) => (
              <PlanLine key={plan.id} plan={plan} />
            ))}
          </ul>
        </>
      )}
      <p className={look.foot}>
        {open === undefined ? null : (
          <Link to={paths.callSession} params={{ sessionId: open.id }} className={look.link}>
            <IconPhone size={16} stroke={1.8} aria-hidden />{' '}
            {t('calls.today.go', { name: sayListName(open.name, t), count: open.waiting - open.later })}
          </Link>
        )}
        {missed.length > SHOWN && (due?.total ?? 0) <= SHOWN ? (
          <Link to={paths.calls} className={look.link}>
            {t('calls.unknown.all', { count: unknown?.total ?? 0 })}
          </Link>
        ) : null}
        {(due?.total ?? 0) > SHOWN ? (
          <Link to={paths.calls} className={look.link}>
            {t('calls.today.all', { count: due?.total ?? 0 })}
          </Link>
        ) : null}
      </p>
    </section>
  )
}
