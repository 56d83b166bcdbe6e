import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { GradeBadge } from '../../ui/grade-badge.tsx'
import { Money } from '../../ui/money.tsx'
import { MoreRows } from '../../ui/more-rows.tsx'
import { sayChannel } from '../../ui/say-channel.ts'
import { sayDate } from '../../ui/say-day.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import look from './backtest.module.css'
import { type BacktestLead, backtestLeadsQuery } from './queries.ts'
import type { RowsShown } from './search.ts'

type Props = {
  backtestId: string
  rows: RowsShown | null
  /** How many the number says there are. */
  title: string
  currency: string
  onClose: () => void
}

/** The leads behind a number, each a link to its person. */
export function RowsDrawer({ backtestId, rows, title, currency, onClose }: Props) {
  return (
    <Drawer isOpen={rows !== null} onClose={onClose} title={title} width={560}>
      {rows !== null && <Rows backtestId={backtestId} rows={rows} currency={currency} />}
    </Drawer>
  )
}

function Rows({ backtestId, rows, currency }: { backtestId: string; rows: RowsShown; currency: string }) {
  const { t } = useTranslation()
  const pages = useInfiniteQuery(backtestLeadsQuery(backtestId, rows))
  if (pages.data === undefined)
    return pages.isError ? <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} /> : <Skeleton />
  const leads = pages.data.pages.flatMap((page) => page.leads)
  if (leads.length === 0) return <p className="quiet">{t('backtest.rows.empty')}</p>
  return (
    <>
      <ul>
        {leads.map((lead) => (
          <li key={lead.personId}>
            <Person lead={lead} currency={currency} />
          </li>
        ))}
      </ul>
      <MoreRows pages={pages} label={t('backtest.rows.more')} />
    </>
  )
}

function Person({ lead, currency }: { lead: BacktestLead; currency: string }) {
  const { t, i18n } = useTranslation()
  const day = (at: string) => sayDate(at, i18n.language, 'short')
  const moments = [
    lead.draftAt === null ? t('backtest.rows.never') : t('backtest.rows.draft', { when: day(lead.draftAt) }),
    lead.inForceAt === null ? null : t('backtest.rows.inForce', { when: day(lead.inForceAt) }),
    lead.reallyAt === null ? null : t('backtest.rows.really', { when: day(lead.reallyAt) }),
  ].filter((one) => one !== null)
  return (
    <Link to={paths.lead} params={{ personId: lead.personId }} className={look.person}>
      <span className={`${look.personName} cut`}>{lead.name}</span>
      <span className="small">
        {lead.wonAt === null ? (
          <span className="quiet">{lead.seller?.name}</span>
        ) : (
          <>
            {t('backtest.rows.wonWhen', { when: day(lead.wonAt) })}
            {lead.wonCents !== null && (
              <>
                {' · '}
                <Money cents={lead.wonCents} currency={currency} />
              </>
            )}
          </>
        )}
      </span>
      <span className="quiet small cut">
        {[lead.company, lead.channel === null ? null : sayChannel(lead.channel, t)]
          .filter((one) => one !== null)
          .join(' · ')}
      </span>
      <span className="quiet small">
        {lead.grade !== null && <GradeBadge grade={lead.grade} />} {moments.join(' · ')}
      </span>
    </Link>
  )
}
