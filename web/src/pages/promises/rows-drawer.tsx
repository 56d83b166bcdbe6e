import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { GradeBadge } from '../../ui/grade-badge.tsx'
import { Moment } from '../../ui/moment.tsx'
import { MoreRows } from '../../ui/more-rows.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StageText } from '../../ui/stage-text.tsx'
import look from './promises.module.css'
import { promiseRowsQuery } from './queries.ts'
import type { PromisesSearch, RowsOf } from './search.ts'

type Props = { search: PromisesSearch; rows: RowsOf | null; onClose: () => void }

/** The leads behind a number of the board, each a link to its person, with the moment that makes it count. */
export function RowsDrawer({ search, rows, onClose }: Props) {
  const { t } = useTranslation()
  const clock = rows?.clock === undefined ? '' : `${t(`promises.clocks.${rows.clock}`)}: `
  const title = rows === null ? '' : `${clock}${t(`promises.rows.${rows.of}`)}`
  return (
    <Drawer isOpen={rows !== null} onClose={onClose} title={title} width={520}>
      {rows !== null && <Rows search={search} rows={rows} />}
    </Drawer>
  )
}

function Rows({ search, rows }: { search: PromisesSearch; rows: RowsOf }) {
  const { t } = useTranslation()
  const pages = useInfiniteQuery(promiseRowsQuery(search, rows))
  if (pages.data === undefined) {
    return pages.isError ? <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} /> : <Skeleton />
  }
  const leads = pages.data.pages.flatMap((page) => page.leads)
  if (leads.length === 0) return <p className="quiet">{t('promises.rowsEmpty')}</p>
  return (
    <>
      <ul>
        {leads.map((lead) => (
          <li key={`${lead.personId} ${lead.attempt} ${lead.at}`}>
            <Link to={paths.lead} params={{ personId: lead.personId }} className={look.row}>
              <span className={`${look.rowName} cut`}>{lead.name}</span>
              <StageText stage={lead.stage} outcome={lead.outcome} side={lead.team} />
              <span className="quiet small cut">
                {[lead.company, lead.owner?.name].filter((one) => one !== null && one !== undefined).join(' · ')}
              </span>
              <span className="quiet small">
                <GradeBadge grade={lead.grade} /> <Moment at={lead.at} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <MoreRows pages={pages} label={t('promises.more')} />
    </>
  )
}
