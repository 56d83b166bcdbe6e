import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { CompetitorsTable } from './competitors-table.tsx'
import { Definitions } from './definitions.tsx'
import { GapTable } from './gap-table.tsx'
import { DealsHeader } from './header.tsx'
import { PeriodFields } from './period-fields.tsx'
import { type WinLoss, winLossQuery } from './queries.ts'
import { Reasons } from './reasons.tsx'
import { ReportFilters } from './report-filters.tsx'
import { ResultNumbers } from './result-numbers.tsx'
import { RowsDrawer, type RowsOf } from './rows-drawer.tsx'
import type { ReportSearch } from './search.ts'

const route = getRouteApi('/framed/deals/results')

/** Why deals are won and lost, by one list of reasons; no decision apart. */
export function ResultsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(winLossQuery(search))
  const change = (next: ReportSearch) => void navigate({ search: next, replace: true })
  return (
    <Page>
      <DealsHeader here="results" />
      <ReportFilters search={search} onChange={change}>
        <PeriodFields search={search} onChange={change} />
      </ReportFilters>
      <Loaded query={query}>{(result) => <Shown result={result} search={search} />}</Loaded>
    </Page>
  )
}

function Shown({ result, search }: { result: WinLoss; search: ReportSearch }) {
  const { t } = useTranslation()
  const [rows, setRows] = useState<RowsOf | null>(null)
  const common = {
    pipeline: search.pipeline,
    owner: search.owner,
    closedFrom: result.from ?? undefined,
    closedTo: result.to ?? undefined,
  }
  const open = (of: RowsOf) => setRows({ ...of, filters: { ...common, ...of.filters } })
  if (result.won + result.lost + result.undecided === 0) {
    return <Empty title={t('deals.results.emptyTitle')}>{t('deals.results.emptyText')}</Empty>
  }
  return (
    <>
      <ResultNumbers result={result} onRows={open} />
      <Section title={t('deals.results.reasons')} aside={t('deals.results.reasonsAside')}>
        <Reasons result={result} onRows={open} />
      </Section>
      <Section title={t('deals.results.gap')} aside={t('deals.results.gapAside')}>
        <GapTable result={result} onRows={open} />
      </Section>
      <Section title={t('deals.results.competitors')}>
        <CompetitorsTable competitors={result.competitors} onRows={open} />
      </Section>
      <Definitions of={result.definitions} />
      <RowsDrawer rows={rows} onClose={() => setRows(null)} />
    </>
  )
}
