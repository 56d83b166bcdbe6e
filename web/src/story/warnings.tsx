import { IconAlertTriangle } from '@tabler/icons-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { api, take } from '../api/client.ts'
import type { Schemas } from '../api/types.ts'
import { ContactWarning } from '../pages/privacy/contact-warning.tsx'
import { paths } from '../paths.ts'
import { Moment } from '../ui/moment.tsx'
import look from './warnings.module.css'

type Warning = Schemas['StoryWarning']

function titleOf({ what, about, detail, person }: Warning, t: TFunction): string {
  switch (what) {
    case 'bounced':
      return t('lead.warning.bounced')
    case 'colleague':
      return t(about === '' ? 'lead.warning.colleagueNobody' : 'lead.warning.colleague', {
        name: about,
        deal: detail ?? '',
        person: person?.name ?? '',
      })
    case 'competitor':
      return person === null
        ? t('lead.warning.competitor', { name: about })
        : t('lead.warning.competitorBy', { name: about, person: person.name })
    case 'feedback':
      return t('lead.warning.feedback', { about })
    case 'merged':
      return t('lead.warning.merged', { name: about })
    default:
      return ''
  }
}

export function warningsQuery(personId: string) {
  return queryOptions({
    queryKey: ['lead', personId, 'warnings'],
    queryFn: ({ signal }) =>
      take(api.GET('/api/people/{personId}/warnings', { params: { path: { personId } }, signal })),
    staleTime: 30_000,
  })
}

/** What one must know before reaching out, each with what it means; one click leads to where it comes from. */
export function Warnings({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(warningsQuery(personId))
  // What concerns consent and erasure is said above them, word for word.
  const others = (data?.warnings ?? []).flatMap((one) => {
    const { what } = one
    return what === 'withdrawn' || what === 'erased' ? [] : [{ ...one, what }]
  })
  return (
    <>
      <ContactWarning personId={personId} />
      {others.length === 0 ? null : (
        <ul className={look.warnings} aria-label={t('lead.warning.title')}>
          {others.map((one) => (
            <li key={`${one.what} ${one.about} ${one.at}`} className={look.warning}>
              <IconAlertTriangle size={16} stroke={1.7} aria-hidden />
              <span>
                <Link
                  to={paths.lead}
                  params={{ personId: one.person?.id ?? personId }}
                  search={one.factId === null ? {} : { fact: one.factId }}
                  className={look.what}
                >
                  {titleOf(one, t)}
                </Link>
                {one.at === null ? null : (
                  <>
                    {', '}
                    <Moment at={one.at} />
                  </>
                )}
                . <span className={look.means}>{t(`lead.warning.means.${one.what}`)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
