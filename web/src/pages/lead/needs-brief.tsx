import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { needsQuery } from '../../api/needs-query.ts'
import { paths } from '../../paths.ts'
import look from './needs.module.css'
import { Say } from './say.tsx'

const AT_MOST = 3

/** What they need, in two lines: what is known, and what is perhaps. */
export function NeedsBrief({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(needsQuery(personId))
  if (data === undefined) return null
  const alive = data.needs.filter((need) => need.status === 'open' || need.status === 'confirmed')
  const known = alive.filter((need) => need.isKnown || need.status === 'confirmed').map((need) => need.need)
  const perhaps = [
    ...alive.filter((need) => !need.isKnown && need.status === 'open').map((need) => need.need),
    ...data.suggestions.map((one) => one.name),
  ]
  if (known.length + perhaps.length === 0) return <p className="quiet">{t('lead.brief.none')}</p>
  return (
    <Link to={paths.lead} params={{ personId }} className={look.brief}>
      {known.length === 0 ? null : (
        <span>
          <span className={look.small}>{t('lead.brief.known')}</span> {known.slice(0, AT_MOST).join(' · ')}
        </span>
      )}
      {perhaps.length === 0 ? null : (
        <span>
          <span className={look.small}>{t('lead.brief.perhaps')}</span> {perhaps.slice(0, AT_MOST).join(' · ')}
        </span>
      )}
    </Link>
  )
}

/** The one message that fits them best. */
export function SayBrief({ personId }: { personId: string }) {
  return <Say personId={personId} atMost={1} />
}
