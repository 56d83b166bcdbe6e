import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Definitions } from './definitions.tsx'
import { ForecastGaps } from './forecast-gaps.tsx'
import { ForecastMonths } from './forecast-months.tsx'
import { DealsHeader } from './header.tsx'
import { PastDrawer, type PastOf } from './past-drawer.tsx'
import { PastMonths } from './past-months.tsx'
import { type Forecast, forecastQuery } from './queries.ts'
import { ReportFilters } from './report-filters.tsx'
import { RowsDrawer, type RowsOf } from './rows-drawer.tsx'
import { SellersTable } from './sellers-table.tsx'
import { StagesTable } from './stages-table.tsx'

const route = getRouteApi('/framed/deals/forecast')

/** What open deals will bring, by month, in three ways beside each other. */
export function ForecastPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(forecastQuery(search))
  return (
    <Page>
      <DealsHeader here="forecast" />
      <ReportFilters search={search} onChange={(next) => void navigate({ search: next, replace: true })} />
      <Loaded query={query}>{(forecast) => <Shown forecast={forecast} owner={search.owner} />}</Loaded>
    </Page>
  )
}

function Shown({ forecast, owner }: { forecast: Forecast; owner: string | undefined }) {
  const { t } = useTranslation()
  const company = useSession().currency
  const [rows, setRows] = useState<RowsOf | null>(null)
  const [past, setPast] = useState<PastOf | null>(null)
  const common = {
    ...(forecast.pipeline === null ? {} : { pipeline: forecast.pipeline }),
    ...(owner === undefined ? {} : { owner }),
  }
  const open = (of: RowsOf) => setRows({ ...of, filters: { ...common, ...of.filters } })
  const found = [...new Set(forecast.months.map((month) => month.currency))]
  const currencies = found.toSorted((a, b) => Number(b === company) - Number(a === company) || a.localeCompare(b))
  const isEmpty = forecast.months.every((month) => month.deals === 0 && month.wonDeals === 0)
  return (
    <>
      {isEmpty ? (
        <Empty title={t('deals.forecast.emptyTitle')}>{t('deals.forecast.emptyText')}</Empty>
      ) : (
        currencies.map((currency) => (
          <Section
            key={currency}
            title={currencies.length > 1 ? t('deals.forecast.monthsIn', { currency }) : t('deals.forecast.months')}
            aside={t('deals.forecast.aside')}
          >
            <ForecastMonths
              months={forecast.months.filter((month) => month.currency === currency)}
              currency={currency}
              onRows={open}
            />
          </Section>
        ))
      )}
      <ForecastGaps forecast={forecast} onRows={open} />
      {forecast.stages.length === 0 ? null : (
        <Section title={t('deals.forecast.stages')} aside={t('deals.forecast.atLeast', { count: forecast.atLeast })}>
          <StagesTable stages={forecast.stages} onRows={open} />
        </Section>
      )}
      {forecast.sellers.length === 0 ? null : (
        <Section title={t('deals.forecast.sellers')}>
          <SellersTable sellers={forecast.sellers} onRows={open} />
        </Section>
      )}
      {forecast.past.length === 0 ? null : (
        <Section
          title={t('deals.forecast.past')}
          aside={
            <>
              {t('deals.forecast.pastAside')} · {t('deals.forecast.workedOut')} <Moment at={forecast.pastAt} />
            </>
          }
        >
          <PastMonths past={forecast.past} onOpen={(month, currency) => setPast({ ...common, month, currency })} />
        </Section>
      )}
      <Definitions of={forecast.definitions} />
      <RowsDrawer rows={rows} onClose={() => setRows(null)} />
      <PastDrawer past={past} onClose={() => setPast(null)} />
    </>
  )
}
