import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import { Empty } from '../../ui/empty.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Page } from '../../ui/page.tsx'
import { Board } from './board.tsx'
import { BoardSkeleton } from './board-skeleton.tsx'
import { DealPanel } from './deal-panel.tsx'
import { DealFiltersBar } from './filters.tsx'
import { filtersOf, isFiltered } from './filters-of.ts'
import { DealsHeader } from './header.tsx'
import { boardQuery, type DealKey, dealQuery } from './queries.ts'
import type { DealsSearch } from './search.ts'
import { Totals } from './totals.tsx'
import { useDealActs } from './use-deal-acts.tsx'
import { useLiveDeals } from './use-live-deals.ts'

const route = getRouteApi('/framed/deals')

/** The board: open deals of a pipeline in columns by stage. */
export function DealsPage() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const me = useSession().user.id
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const find = useRef<HTMLInputElement>(null)
  // The board is of open deals, all stages of one pipeline.
  const { status: _status, stage: _stage, ...kept } = search
  const filters = filtersOf(kept, me)
  const sort = search.sort ?? 'closing'
  const query = useQuery(boardQuery(filters, sort))
  useLiveDeals()
  const change = (next: DealsSearch) => void navigate({ search: next, replace: true })
  const openDeal = ({ personId, id }: DealKey) => {
    void client.prefetchQuery(dealQuery({ personId, id }))
    void navigate({ search: (before) => ({ ...before, person: personId, deal: id }), resetScroll: false })
  }
  const acts = useDealActs({ onOpen: openDeal })
  const board = query.data
  const isEmpty = board?.columns.every((column) => column.deals === 0)
  return (
    <Page isFull>
      <DealsHeader
        here="board"
        aside={board === undefined ? undefined : <Totals columns={board.columns} />}
        mayChange={acts.mayChange}
        onAdd={() => acts.open({ pipeline: search.pipeline })}
      />
      <DealFiltersBar search={search} onChange={change} find={find} />
      {board === undefined ? (
        query.isError ? (
          <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <BoardSkeleton />
        )
      ) : isEmpty === true && isFiltered(kept) ? (
        <Empty
          title={t('deals.empty.filteredTitle')}
          action={<Button onClick={() => change({ pipeline: search.pipeline })}>{t('deals.filters.clear')}</Button>}
        >
          {t('deals.empty.filteredText')}
        </Empty>
      ) : (
        <>
          {isEmpty === true ? (
            <Empty
              title={t('deals.empty.title')}
              action={
                acts.mayChange ? (
                  <Button variant="filled" onClick={() => acts.open({ pipeline: search.pipeline })}>
                    {t('deals.add')}
                  </Button>
                ) : undefined
              }
            >
              {t('deals.empty.text')}
            </Empty>
          ) : null}
          <Board
            board={board}
            filters={{ ...filters, pipeline: board.pipeline }}
            sort={sort}
            acts={acts}
            phoneStage={search.column}
            onPhoneStage={(column) => change({ ...search, column })}
            onOpen={openDeal}
            onFind={() => find.current?.focus()}
          />
        </>
      )}
      <DealPanel
        person={search.person}
        deal={search.deal}
        onClose={() =>
          void navigate({ search: (before) => ({ ...before, person: undefined, deal: undefined }), replace: true })
        }
      />
      {acts.dialog}
    </Page>
  )
}
