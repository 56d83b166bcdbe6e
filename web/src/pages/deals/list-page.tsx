import { ActionIcon, Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconDownload } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { Empty } from '../../ui/empty.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { SavedViews } from '../../views/saved-views.tsx'
import { keyOf } from './board-column.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { csvAddress } from './csv-address.ts'
import { DealLine } from './deal-line.tsx'
import { DealPanel } from './deal-panel.tsx'
import { DealFiltersBar } from './filters.tsx'
import { filtersOf, isFiltered } from './filters-of.ts'
import { DealsHeader } from './header.tsx'
import { type DealKey, type DealRow, dealQuery, dealsQuery, sumsQuery } from './queries.ts'
import type { DealsSearch } from './search.ts'
import { Sums } from './sums.tsx'
import { useDealActs } from './use-deal-acts.tsx'
import { useDealColumns } from './use-deal-columns.tsx'
import { useLiveDeals } from './use-live-deals.ts'

const route = getRouteApi('/framed/deals/list')

/** Deals of every status, however many they are, in the order of choice. */
export function DealsListPage() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const me = useSession().user.id
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false
  const [marked, setMarked] = useState<ReadonlyMap<string, DealRow>>(new Map())
  const find = useRef<HTMLInputElement>(null)
  const filters = filtersOf(search, me)
  const sort = search.sort ?? 'newest'
  const query = useInfiniteQuery(dealsQuery(filters, sort))
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.deals) ?? [], [query.data])
  useLiveDeals()
  const change = (next: DealsSearch) => {
    setMarked(new Map())
    void navigate({ search: next, replace: true })
  }
  const openDeal = ({ personId, id }: DealKey) => {
    void client.prefetchQuery(dealQuery({ personId, id }))
    void navigate({ search: (before) => ({ ...before, person: personId, deal: id }), resetScroll: false })
  }
  const acts = useDealActs({ onOpen: openDeal })
  const mark = (deal: DealRow) =>
    setMarked((before) => {
      const next = new Map(before)
      if (!next.delete(keyOf(deal))) next.set(keyOf(deal), deal)
      return next
    })
  const columns = useDealColumns({
    marked,
    onMark: acts.mayChange ? mark : null,
    sort,
    onSort: (next) => change({ ...search, sort: next }),
  })
  useKeys(t('deals.keys.title'), [
    { keys: 'n', says: t('deals.keys.add'), run: () => acts.open({ pipeline: search.pipeline }) },
    { keys: 'u', says: t('deals.keys.undo'), run: acts.undoLast },
    { keys: 'f', says: t('deals.keys.find'), run: () => find.current?.focus() },
    { keys: 'escape', says: t('deals.keys.clear'), run: () => setMarked(new Map()), isOff: marked.size === 0 },
  ])
  return (
    <Page isFull>
      <DealsHeader
        here="list"
        aside={<ListTotals filters={filters} />}
        tools={
          <>
            <SavedViews page="deals list" />
            <ActionIcon
              component="a"
              href={csvAddress(filters, sort)}
              download
              size={32}
              variant="default"
              aria-label={t('deals.csv')}
              title={t('deals.csv')}
            >
              <IconDownload size={16} stroke={1.8} aria-hidden />
            </ActionIcon>
          </>
        }
        phoneTools={<SavedViews page="deals list" />}
        mayChange={acts.mayChange}
        onAdd={() => acts.open({ pipeline: search.pipeline })}
      />
      <DealFiltersBar search={search} onChange={change} hasStatus find={find} />
      {query.data === undefined ? (
        query.isError ? (
          <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton rows={12} />
        )
      ) : (
        <VirtualTable
          label={t('deals.title')}
          rows={rows}
          columns={columns}
          rowKey={keyOf}
          onOpen={openDeal}
          onMark={acts.mayChange ? mark : undefined}
          hasMore={query.hasNextPage}
          isLoadingMore={query.isFetchingNextPage}
          onMore={() => void query.fetchNextPage()}
          isNarrow={isPhone}
          narrow={(row) => <DealLine deal={row} />}
          narrowHeight={72}
          empty={<None search={search} onClear={() => change({})} onAdd={acts.mayChange ? () => acts.open() : null} />}
        />
      )}
      {marked.size === 0 ? null : (
        <BulkBar deals={[...marked.values()]} acts={acts} onClear={() => setMarked(new Map())} />
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

function ListTotals({ filters }: { filters: ReturnType<typeof filtersOf> }) {
  const { t } = useTranslation()
  const sums = useQuery(sumsQuery(filters)).data
  if (sums === undefined) return null
  return (
    <>
      {t('deals.count', { count: sums.deals })}
      {sums.sums.length === 0 ? null : ' · '}
      {sums.sums.length === 0 ? null : <Sums sums={sums.sums} />}
    </>
  )
}

function None({ search, onClear, onAdd }: { search: DealsSearch; onClear: () => void; onAdd: (() => void) | null }) {
  const { t } = useTranslation()
  if (isFiltered(search)) {
    return (
      <Empty
        title={t('deals.empty.filteredTitle')}
        action={<Button onClick={onClear}>{t('deals.filters.clear')}</Button>}
      >
        {t('deals.empty.filteredText')}
      </Empty>
    )
  }
  const add =
    onAdd === null ? undefined : (
      <Button variant="filled" onClick={onAdd}>
        {t('deals.add')}
      </Button>
    )
  return (
    <Empty title={t('deals.empty.title')} action={add}>
      {t('deals.empty.text')}
    </Empty>
  )
}
