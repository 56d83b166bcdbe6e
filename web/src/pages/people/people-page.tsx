import { Button, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useElementScrollRestoration, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadRow } from '../../api/types.ts'
import { paths } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Page, PageHeader } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { SavedViews } from '../../views/saved-views.tsx'
import { Filters } from './filters.tsx'
import { LeadLine } from './lead-line.tsx'
import { peopleQuery } from './people-query.ts'
import type { PeopleSearch } from './search.ts'
import { useColumns } from './use-columns.tsx'

const route = getRouteApi('/framed/people')

/** Everyone, newest or hottest first, however many they are. */
export function PeoplePage() {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const go = useNavigate()
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false
  const columns = useColumns()
  const scroll = useElementScrollRestoration({ id: t('people.title') })
  const query = useInfiniteQuery({ ...peopleQuery(search), placeholderData: keepPreviousData })
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.leads) ?? [], [query.data])
  const change = (next: PeopleSearch) => void navigate({ search: next, replace: true })
  const open = (row: LeadRow) => void go({ to: paths.lead, params: { personId: row.personId } })
  const said =
    rows.length === 0
      ? undefined
      : t(query.hasNextPage ? 'people.loadedMore' : 'people.loaded', { n: count(rows.length) })
  return (
    <Page isFull>
      <PageHeader
        title={t('people.title')}
        aside={said}
        actions={
          <>
            <SegmentedControl<'newest' | 'hottest'>
              aria-label={t('people.sort.label')}
              value={search.sort ?? 'newest'}
              onChange={(sort) => change({ ...search, sort })}
              data={[
                { value: 'newest', label: t('people.sort.newest') },
                { value: 'hottest', label: t('people.sort.hottest') },
              ]}
            />
            <SavedViews page="people" />
          </>
        }
      />
      <Filters search={search} onChange={change} />
      {query.data === undefined ? (
        query.isError ? (
          <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton rows={12} />
        )
      ) : (
        <VirtualTable
          label={t('people.title')}
          rows={rows}
          columns={columns}
          rowKey={(row) => `${row.personId} ${row.attempt}`}
          onOpen={open}
          hasMore={query.hasNextPage}
          isLoadingMore={query.isFetchingNextPage}
          onMore={() => void query.fetchNextPage()}
          isNarrow={isPhone}
          narrow={(row) => <LeadLine row={row} />}
          narrowHeight={64}
          initialOffset={scroll?.scrollY ?? 0}
          empty={<Nobody search={search} onClear={() => change({})} />}
        />
      )}
    </Page>
  )
}

function Nobody({ search, onClear }: { search: PeopleSearch; onClear: () => void }) {
  const { t } = useTranslation()
  const go = useNavigate()
  const { sort: _, ...filters } = search
  if (Object.values(filters).some((value) => value !== undefined)) {
    return (
      <Empty title={t('people.empty.filteredTitle')} action={<Button onClick={onClear}>{t('people.clear')}</Button>}>
        {t('people.empty.filteredText')}
      </Empty>
    )
  }
  return (
    <Empty
      title={t('people.empty.title')}
      action={
        <>
          <Button variant="filled" onClick={() => void go({ to: paths.import })}>
            {t('people.empty.import')}
          </Button>
          <Button onClick={() => void go({ to: paths.forms })}>{t('people.empty.form')}</Button>
        </>
      }
    >
      {t('people.empty.text')}
    </Empty>
  )
}
