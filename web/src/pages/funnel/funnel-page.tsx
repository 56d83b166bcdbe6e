import { Button, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import type { Stage } from '../../api/types.ts'
import { paths } from '../../paths.ts'
import { serverNow } from '../../ui/clock.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Page, PageHeader, Section } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { sayDay } from '../../ui/say-day.ts'
import { addDays, type Cohort, cohortOfPreset, daysOf, todayIn } from './cohort.ts'
import { CohortPicker } from './cohort-picker.tsx'
import { Flow } from './flow.tsx'
import look from './funnel.module.css'
import { GroupTable } from './group-table.tsx'
import { funnelQuery, newestLeadQuery } from './queries.ts'
import { RowsDrawer } from './rows-drawer.tsx'
import { tableCsv } from './save-table.ts'
import { BY, type By, type Funnel, type FunnelSearch, parseFunnelSearch, type Sort } from './search.ts'

/** One cohort of leads from first contact to signed contract, and the same by group. The address holds all of its state. */
export function FunnelPage() {
  const { t, i18n } = useTranslation()
  const search = parseFunnelSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const today = todayIn(useSession().zone, serverNow())
  const cohort: Cohort =
    search.from !== undefined && search.to !== undefined
      ? { from: search.from, to: search.to }
      : cohortOfPreset('quarter', today)
  const by = search.by ?? 'channel'
  const query = useQuery(funnelQuery(cohort, by, i18n.language))
  const change = (next: FunnelSearch) =>
    void navigate({ to: paths.reports, search: { ...search, ...next }, replace: true, resetScroll: false })
  const open = (rows: Stage, key?: string) =>
    void navigate({ to: paths.reports, search: { ...search, rows, key }, resetScroll: false })
  const isNarrow = useMediaQuery('(max-width: 75em)') ?? false
  const picker = (
    <CohortPicker
      cohort={cohort}
      today={today}
      onPick={(next) => change({ ...next, rows: undefined, key: undefined })}
    />
  )
  const closeRows = () => change({ rows: undefined, key: undefined })
  return (
    <Page>
      <PageHeader
        title={t('funnel.title')}
        aside={<Link to={paths.attribution}>{t('attribution.title')}</Link>}
        actions={isNarrow ? undefined : picker}
      />
      {isNarrow && picker}
      <Loaded query={query}>
        {(funnel) =>
          funnel.leads === 0 ? (
            <NobodyMet cohort={cohort} onPick={change} />
          ) : (
            <div className={query.isPlaceholderData ? look.stale : undefined}>
              <p className={look.period}>
                <PeriodWords cohort={cohort} />
              </p>
              <Flow funnel={funnel} onOpen={(stage) => open(stage)} />
              <FunnelWords funnel={funnel} />
              <ByGroup funnel={funnel} by={by} search={search} onChange={change} onOpen={open} />
            </div>
          )
        }
      </Loaded>
      <RowsDrawer
        rows={search.rows === undefined ? null : { cohort, reached: search.rows, by, key: search.key }}
        title={t('funnel.rowsTitle', {
          stage: t(`common.stage.${search.rows ?? 'inquiry'}`),
          group:
            search.key === undefined ? t('funnel.rowsAll') : search.key === '' ? t(`funnel.none.${by}`) : search.key,
        })}
        onClose={closeRows}
      />
    </Page>
  )
}

function PeriodWords({ cohort }: { cohort: Cohort }) {
  const { t, i18n } = useTranslation()
  const days = { from: sayDay(cohort.from, i18n.language), last: sayDay(addDays(cohort.to, -1), i18n.language) }
  return (
    <>
      {t('funnel.cohort')} {t('funnel.period', { count: daysOf(cohort), ...days })}.
    </>
  )
}

function FunnelWords({ funnel }: { funnel: Funnel }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const youngest = funnel.youngestDays
  const isYoung = youngest !== null && youngest < 90
  const days =
    youngest === null ? '' : t('funnel.days', { count: Math.floor(youngest), shown: count(Math.floor(youngest)) })
  return (
    <div className={look.words}>
      {youngest !== null && (
        <p>
          {isYoung ? (
            <strong>{youngest < 1 ? t('funnel.youngestToday') : t('funnel.youngest', { days })}</strong>
          ) : (
            t('funnel.youngestNone', { days })
          )}
        </p>
      )}
      <p>{funnel.definition}</p>
      <p>{t('funnel.intervalNote')}</p>
    </div>
  )
}

type ByGroupProps = {
  funnel: Funnel
  by: By
  search: FunnelSearch
  onChange: (next: FunnelSearch) => void
  onOpen: (rows: Stage, key: string) => void
}

function ByGroup({ funnel, by, search, onChange, onOpen }: ByGroupProps) {
  const { t } = useTranslation()
  const sort = search.sort ?? 'leads'
  const isUp = search.isUp ?? false
  const sortBy = (next: Sort) =>
    onChange(next === sort ? { isUp: isUp ? undefined : true } : { sort: next, isUp: undefined })
  const choices = BY.map((one) => ({ value: one, label: t(`funnel.groups.${one}`) }))
  const pickBy = (value: string) => onChange({ by: BY.find((one) => one === value), rows: undefined, key: undefined })
  return (
    <Section
      title={<SegmentedControl aria-label={t('funnel.by')} data={choices} value={by} onChange={pickBy} />}
      aside={
        <Button
          variant="subtle"
          leftSection={<IconDownload size={15} stroke={1.8} aria-hidden />}
          onClick={() =>
            saveFile(`${t('funnel.csvName')}-${funnel.from}-${funnel.to}.csv`, tableCsv(funnel, by, t), 'text/csv')
          }
        >
          {t('funnel.csv')}
        </Button>
      }
    >
      <GroupTable funnel={funnel} by={by} sort={sort} isUp={isUp} onSort={sortBy} onOpen={onOpen} />
    </Section>
  )
}

function NobodyMet({ cohort, onPick }: { cohort: Cohort; onPick: (cohort: Cohort) => void }) {
  const { t } = useTranslation()
  const newest = useQuery(newestLeadQuery).data?.leads[0]
  const year = newest?.openedAt.slice(0, 4)
  return (
    <>
      <p className={look.period}>
        <PeriodWords cohort={cohort} />
      </p>
      <Empty
        title={t('funnel.emptyTitle')}
        action={
          year === undefined ? (
            <Button variant="filled" component={Link} to={paths.import}>
              {t('funnel.emptyImport')}
            </Button>
          ) : (
            <Button variant="filled" onClick={() => onPick({ from: `${year}-01-01`, to: `${Number(year) + 1}-01-01` })}>
              {t('funnel.emptyYear', { year })}
            </Button>
          )
        }
      >
        {t('funnel.emptyText')}
      </Empty>
    </>
  )
}
