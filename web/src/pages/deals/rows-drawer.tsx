import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { MoreRows } from '../../ui/more-rows.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { keyOf } from './board-column.tsx'
import { DealLine } from './deal-line.tsx'
import { dealsQuery } from './queries.ts'
import look from './rows-drawer.module.css'
import type { DealFilters, DealsSearch } from './search.ts'

export type RowsOf = { title: string; filters: DealFilters; sort: NonNullable<DealsSearch['sort']>; note?: string }

/** The deals behind a number, each one press away; the whole list with all its tools is one press further. */
export function RowsDrawer({ rows, onClose }: { rows: RowsOf | null; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Drawer
      isOpen={rows !== null}
      onClose={onClose}
      title={rows?.title ?? ''}
      width={520}
      footer={
        rows === null ? undefined : (
          <Link to={paths.dealsList} search={{ ...rows.filters, sort: rows.sort }} className={look.all}>
            {t('deals.rows.asList')}
          </Link>
        )
      }
    >
      {rows === null ? null : <Rows rows={rows} />}
    </Drawer>
  )
}

function Rows({ rows }: { rows: RowsOf }) {
  const { t } = useTranslation()
  const pages = useInfiniteQuery(dealsQuery(rows.filters, rows.sort))
  if (pages.data === undefined) {
    return pages.isError ? <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} /> : <Skeleton />
  }
  const deals = pages.data.pages.flatMap((page) => page.deals)
  return (
    <>
      {rows.note === undefined ? null : <p className={look.note}>{rows.note}</p>}
      {deals.length === 0 ? <p className="quiet">{t('deals.rows.none')}</p> : null}
      <ul>
        {deals.map((deal) => (
          <li key={keyOf(deal)}>
            <Link to={paths.deal} params={{ personId: deal.personId, dealId: deal.id }} className={look.row}>
              <DealLine deal={deal} />
            </Link>
          </li>
        ))}
      </ul>
      <MoreRows pages={pages} label={t('deals.rows.more')} />
    </>
  )
}
