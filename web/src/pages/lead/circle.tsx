import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { paths } from '../../paths.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { MemberLine, MissingLine } from '../account/buying-group.tsx'
import look from './circle.module.css'

const AT_MOST = 6

/** The people around them: who else of the company is known, who of us has them, which roles nobody has. */
export function Circle({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const query = useQuery({
    queryKey: ['lead', personId, 'circle'],
    queryFn: ({ signal }) => take(api.GET('/api/people/{personId}/circle', { params: { path: { personId } }, signal })),
    staleTime: 60_000,
  })
  if (query.data === undefined)
    return query.isError ? (
      <ErrorNote error={query.error} onRetry={() => void query.refetch()} isInline />
    ) : (
      <Skeleton rows={2} />
    )
  const { accountId, people, missing } = query.data
  if (accountId === null) return <p className="quiet">{t('account.group.noCompany')}</p>
  return (
    <>
      {people.length === 0 ? <p className="quiet">{t('account.group.alone')}</p> : null}
      <ul className={look.people}>
        {people.slice(0, AT_MOST).map((person) => (
          <MemberLine key={person.personId} member={person} />
        ))}
        {missing.map((role) => (
          <MissingLine key={role.role} missing={role} />
        ))}
      </ul>
      <p className={look.all}>
        <Link to={paths.account} params={{ accountId }} className={look.link}>
          {t('account.group.whole', { count: people.length + 1 })}
        </Link>
      </p>
    </>
  )
}
