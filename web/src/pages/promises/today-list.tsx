import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { GradeBadge } from '../../ui/grade-badge.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import { UserText } from '../../ui/user-text.tsx'
import look from './promises.module.css'
import { todayQuery } from './queries.ts'
import type { RowsOf } from './search.ts'

/** The list nobody wants to be on: leads left alone longer than promised, under whoever has them. */
export function TodayList({ onOpen }: { onOpen: (rows: RowsOf) => void }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const query = useQuery(todayQuery)
  return (
    <Loaded query={query}>
      {({ sellers, attemptsPromised }) =>
        sellers.length === 0 ? (
          <p className="quiet">{t('promises.nobodyLate')}</p>
        ) : (
          <ul className={look.today}>
            {sellers.map(({ user, uncontacted, shallow, leads }) => (
              <li key={user?.id ?? ''} className={look.late}>
                <p className={look.lateHead}>
                  <strong>
                    <UserText user={user} />
                  </strong>
                  {uncontacted > 0 && (
                    <OpenNumber onOpen={() => onOpen({ of: 'uncontacted today', whose: user?.id })}>
                      {t('promises.uncontacted', { count: uncontacted, shown: count(uncontacted) })}
                    </OpenNumber>
                  )}
                  {shallow > 0 && (
                    <OpenNumber onOpen={() => onOpen({ of: 'shallow today', whose: user?.id })}>
                      {t('promises.shallow', {
                        count: shallow,
                        shown: count(shallow),
                        attempts: attemptsPromised ?? 0,
                      })}
                    </OpenNumber>
                  )}
                </p>
                <ul>
                  {leads.slice(0, 3).map((lead) => (
                    <li key={`${lead.personId} ${lead.why}`}>
                      <Link to={paths.lead} params={{ personId: lead.personId }} className={look.lateLead}>
                        <GradeBadge grade={lead.grade} />
                        <span className="cut">
                          {lead.name}
                          {lead.company !== null && <span className="quiet"> · {lead.company}</span>}
                        </span>
                        <span className="quiet small">
                          {lead.why === 'uncontacted'
                            ? t('promises.since')
                            : t('promises.touches', { count: lead.touches })}{' '}
                          <Moment at={lead.since} />
                        </span>
                      </Link>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}
