import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LeadRow } from '../../api/types.ts'
import { paths } from '../../paths.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { GradeBadge } from '../../ui/grade-badge.tsx'
import { Moment } from '../../ui/moment.tsx'
import { MoreRows } from '../../ui/more-rows.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StageText } from '../../ui/stage-text.tsx'
import look from './funnel.module.css'
import { funnelRowsQuery, type RowsOf } from './queries.ts'

type Props = { rows: RowsOf | null; title: string; onClose: () => void }

/** The leads behind a number, each a link to its person. */
export function RowsDrawer({ rows, title, onClose }: Props) {
  return (
    <Drawer isOpen={rows !== null} onClose={onClose} title={title} width={520}>
      {rows !== null && <Rows rows={rows} />}
    </Drawer>
  )
}

function Rows({ rows }: { rows: RowsOf }) {
  const { t } = useTranslation()
  const pages = useInfiniteQuery(funnelRowsQuery(rows))
  if (pages.data === undefined) {
    return pages.isError ? <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} /> : <Skeleton />
  }
  const leads = pages.data.pages.flatMap((page) => page.leads)
  if (leads.length === 0) return <p className="quiet">{t('funnel.rowsEmpty')}</p>
  return (
    <>
      <ul>
        {leads.map((lead) => (
          <li key={`${lead.personId} ${lead.attempt}`}>
            <Person lead={lead} />
          </li>
        ))}
      </ul>
      <MoreRows pages={pages} label={t('funnel.more')} />
    </>
  )
}

function Person({ lead }: { lead: LeadRow }) {
  const { t } = useTranslation()
  const second = [
    lead.company,
    lead.attempt > 1 ? t('funnel.attempt', { n: lead.attempt }) : null,
    lead.owner?.name,
  ].filter((one) => one !== null && one !== undefined)
  return (
    <Link to={paths.lead} params={{ personId: lead.personId }} className={look.person}>
      <span className={`${look.personName} cut`}>{lead.name}</span>
      <StageText stage={lead.stage} outcome={lead.outcome} side={lead.team} />
      <span className="quiet small cut">{second.join(' · ')}</span>
      <span className="quiet small">
        <GradeBadge grade={lead.grade} /> <Moment at={lead.wonAt ?? lead.openedAt} />
      </span>
    </Link>
  )
}
