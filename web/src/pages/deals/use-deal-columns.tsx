import { Checkbox } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sayDealStage } from '../../story/say-deal-stage.ts'
import { Moment } from '../../ui/moment.tsx'
import { Money } from '../../ui/money.tsx'
import type { Column } from '../../ui/virtual-table.tsx'
import { keyOf } from './board-column.tsx'
import { CloseDay } from './close-day.tsx'
import look from './list-page.module.css'
import { nameOf } from './name-of.ts'
import { ProofBadge } from './proof-badge.tsx'
import type { DealRow } from './queries.ts'
import type { SORTS } from './search.ts'
import { StatusText } from './status-text.tsx'

type Sort = (typeof SORTS)[number]
type Props = {
  marked: ReadonlyMap<string, DealRow>
  onMark: ((deal: DealRow) => void) | null
  sort: Sort
  onSort: (sort: Sort) => void
}

/** The columns of the list. A head that sorts is a button. */
export function useDealColumns({ marked, onMark, sort, onSort }: Props): Column<DealRow>[] {
  const { t } = useTranslation()
  const head = (by: Sort, title: string): ReactNode => (
    <button type="button" className={look.sort} aria-pressed={sort === by} onClick={() => onSort(by)}>
      {title}
      {sort === by ? <IconArrowDown size={12} stroke={2} aria-hidden /> : null}
    </button>
  )
  const mark: Column<DealRow> = {
    id: 'mark',
    title: '',
    width: '20px',
    cell: (deal) => (
      // biome-ignore lint/a11y/noStaticElementInteractions: it keeps the press on the box from opening the row
      // biome-ignore lint/a11y/useKeyWithClickEvents: the box inside has its own keys
      <span className={look.mark} onClick={(event) => event.stopPropagation()}>
        <Checkbox
          aria-label={t('deals.markOne', { deal: nameOf(deal, t) })}
          checked={marked.has(keyOf(deal))}
          onChange={() => onMark?.(deal)}
          onKeyDown={(event) => event.stopPropagation()}
        />
      </span>
    ),
  }
  return [
    ...(onMark === null ? [] : [mark]),
    {
      id: 'name',
      title: t('deals.column.name'),
      width: 'minmax(160px, 2fr)',
      cell: (deal) => (
        <>
          <b style={{ fontWeight: 500 }}>{nameOf(deal, t)}</b>{' '}
          <span className="quiet">{deal.company ?? deal.person}</span>
        </>
      ),
    },
    {
      id: 'stage',
      title: head('stalest', t('deals.column.stage')),
      width: 'minmax(112px, 1fr)',
      cell: (deal) =>
        deal.status === 'open' ? (
          sayDealStage(deal.stage)
        ) : (
          <span className={look.stage}>
            <StatusText status={deal.status} />
            <ProofBadge proof={deal.proof} isWon={deal.status === 'won'} isShort />
          </span>
        ),
    },
    {
      id: 'amount',
      title: head('largest', t('deals.column.amount')),
      width: '112px',
      align: 'end',
      cell: (deal) => <Money cents={deal.amountCents} currency={deal.currency} />,
    },
    {
      id: 'closes',
      title: head('closing', t('deals.column.closes')),
      width: '104px',
      cell: (deal) => <CloseDay day={deal.closeDate} isOpen={deal.status === 'open'} />,
    },
    {
      id: 'owner',
      title: t('deals.column.owner'),
      width: 'minmax(104px, 1fr)',
      cell: (deal) => deal.owner?.name ?? <span className="quiet">–</span>,
    },
    {
      id: 'next',
      title: t('deals.column.next'),
      width: 'minmax(120px, 1.4fr)',
      cell: (deal) =>
        deal.status !== 'open' ? null : deal.nextStep === null ? (
          <span className="quiet">{t('deals.noNextStep')}</span>
        ) : (
          deal.nextStep
        ),
    },
    {
      id: 'opened',
      title: sort === 'closed' ? head('closed', t('deals.column.closed')) : head('newest', t('deals.column.opened')),
      width: '104px',
      cell: (deal) => (
        <span className="quiet">
          <Moment at={sort === 'closed' ? (deal.closedAt ?? deal.openedAt) : deal.openedAt} />
        </span>
      ),
    },
  ]
}
