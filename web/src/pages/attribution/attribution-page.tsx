import { Button, SegmentedControl, Select } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { serverNow } from '../../ui/clock.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Page, PageHeader, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { cohortOfPreset, PRESETS, presetOfCohort, todayIn } from '../funnel/cohort.ts'
import look from './attribution.module.css'
import { Cohorts } from './cohorts.tsx'
import { CreditTable } from './credit-table.tsx'
import { DealsDrawer } from './deals-drawer.tsx'
import { creditsQuery, doubtQuery } from './queries.ts'
import { ReturnTable } from './return-table.tsx'
import { SaidTable } from './said-table.tsx'
import {
  type Asked,
  type Attribution,
  type AttributionSearch,
  askedOf,
  BY,
  LEVELS,
  LOOKBACKS,
  MODELS,
  type Model,
  TRANSFORMS,
} from './search.ts'

const Flow = lazy(() => import('./flow.tsx').then((file) => ({ default: file.Flow })))
const route = getRouteApi('/framed/reports/attribution')
const NO_LABEL = '-'

/** Which touches earned what: credits with the range over models and their doubt, journeys, cohorts and return. The address holds all of its state. */
export function AttributionPage() {
  const { t, i18n } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const asked = askedOf(search)
  const model = search.model ?? 'linear'
  const query = useQuery(creditsQuery(asked, model))
  const doubt = useQuery({
    ...doubtQuery(asked, i18n.language),
    enabled: query.data !== undefined && query.data.rows.length > 0,
  })
  const change = (next: AttributionSearch) =>
    void navigate({ search: { ...search, ...next }, replace: true, resetScroll: false })
  const open = (label: string) => change({ rows: label === '' ? NO_LABEL : label })
  return (
    <Page>
      <PageHeader title={t('attribution.title')} aside={t('attribution.aside')} />
      <Pickers search={search} segments={query.data?.segments ?? []} onChange={change} />
      <p className={look.explained}>{t(`attribution.explain.${model}`)}</p>
      <Loaded query={query}>
        {(found) =>
          found.rows.length === 0 ? (
            <Nothing />
          ) : (
            <div className={query.isPlaceholderData ? look.stale : undefined}>
              <Sentences found={found} verdict={doubt.data?.sentence} isWaiting={doubt.isPending} />
              <Section title={t(`attribution.tableTitle.${asked.by}`)} aside={<Download asked={asked} model={model} />}>
                <CreditTable
                  found={found}
                  doubt={doubt.data}
                  by={asked.by}
                  level={asked.level}
                  model={model}
                  onOpen={open}
                />
                <p className={look.note}>{t('attribution.definition')}</p>
              </Section>
              {(asked.by === 'channel' || asked.by === 'campaign') && (
                <Section title={t('attribution.returnTitle')}>
                  <ReturnTable by={asked.by} model={model} asked={asked} onOpen={open} />
                </Section>
              )}
              <Section title={t('attribution.flowTitle')}>
                <Suspense fallback={<Skeleton rows={8} />}>
                  <Flow asked={asked} onOpen={open} />
                </Suspense>
              </Section>
              <Section title={t('attribution.cohortsTitle')}>
                <Cohorts asked={asked} />
              </Section>
              <Section title={t('attribution.saidTitle')}>
                <SaidTable asked={asked} />
              </Section>
            </div>
          )
        }
      </Loaded>
      <DealsDrawer
        asked={asked}
        model={model}
        label={search.rows === undefined ? null : search.rows === NO_LABEL ? '' : search.rows}
        onClose={() => change({ rows: undefined })}
      />
    </Page>
  )
}

type Change = { search: AttributionSearch; onChange: (next: AttributionSearch) => void }

function Period({ search, onChange }: Change) {
  const { t } = useTranslation()
  const today = todayIn(useSession().zone, serverNow())
  const { from, to } = search
  const preset = from === undefined || to === undefined ? 'all' : (presetOfCohort({ from, to }, today) ?? 'custom')
  const data = [
    { value: 'all', label: t('attribution.allTime') },
    ...PRESETS.map((value) => ({ value, label: t(`funnel.presets.${value}`) })),
    ...(preset === 'custom' ? [{ value: 'custom', label: `${from} – ${to}` }] : []),
  ]
  const pick = (value: string | null) => {
    const found = PRESETS.find((one) => one === value)
    if (found !== undefined) onChange(cohortOfPreset(found, today))
    else if (value === 'all') onChange({ from: undefined, to: undefined })
  }
  return <Select label={t('attribution.period')} data={data} value={preset} onChange={pick} allowDeselect={false} />
}

function Pickers({ search, segments, onChange }: Change & { segments: readonly string[] }) {
  const { t } = useTranslation()
  return (
    <>
      <SegmentedControl
        className={look.by}
        aria-label={t('attribution.creditBy')}
        data={BY.map((value) => ({ value, label: t(`attribution.by.${value}`) }))}
        value={search.by ?? 'channel'}
        onChange={(value) => onChange({ by: BY.find((one) => one === value), rows: undefined })}
      />
      <div className={look.pickers}>
        <Period search={search} onChange={onChange} />
        <Select
          label={t('attribution.level')}
          data={LEVELS.map((value) => ({ value, label: t(`attribution.levels.${value}`) }))}
          value={search.level ?? 'won'}
          onChange={(value) => onChange({ level: LEVELS.find((one) => one === value), rows: undefined })}
          allowDeselect={false}
        />
        <Select
          label={t('attribution.model')}
          data={MODELS.map((value) => ({ value, label: t(`attribution.models.${value}`) }))}
          value={search.model ?? 'linear'}
          onChange={(value) => onChange({ model: MODELS.find((one) => one === value) })}
          allowDeselect={false}
        />
        <Select
          label={t('attribution.lookback')}
          data={LOOKBACKS.map((value) => ({ value, label: t(`attribution.lookbacks.${value}`) }))}
          value={search.lookback ?? '90'}
          onChange={(value) => onChange({ lookback: LOOKBACKS.find((one) => one === value) })}
          allowDeselect={false}
        />
        <Select
          label={t('attribution.transform')}
          data={TRANSFORMS.map((value) => ({ value, label: t(`attribution.transforms.${value}`) }))}
          value={search.transform ?? 'unique'}
          onChange={(value) => onChange({ transform: TRANSFORMS.find((one) => one === value) })}
          allowDeselect={false}
        />
        {segments.length > 0 && (
          <Select
            label={t('attribution.segment')}
            data={[
              { value: '', label: t('attribution.allSegments') },
              ...segments.map((value) => ({ value, label: value })),
            ]}
            value={search.segment ?? ''}
            onChange={(value) => onChange({ segment: value || undefined, rows: undefined })}
            allowDeselect={false}
          />
        )}
      </div>
    </>
  )
}

function Sentences({
  found,
  verdict,
  isWaiting,
}: {
  found: Attribution
  verdict: string | undefined
  isWaiting: boolean
}) {
  const { t } = useTranslation()
  const { count, share } = useNumbers()
  const { concentration: few, otherCurrency, withoutAmount } = found
  return (
    <div className={look.sentences}>
      <p className={look.verdict}>{verdict ?? (isWaiting ? t('attribution.verdictWaiting') : '')}</p>
      {few !== null && (
        <p>
          {t('attribution.concentration', {
            count: few.top,
            share: share(few.share),
            deals: count(few.deals),
            half: count(few.half),
          })}
        </p>
      )}
      {otherCurrency.map((one) => (
        <p key={one.currency}>
          {t('attribution.otherCurrency', { count: one.deals, currency: one.currency, own: found.currency })}
        </p>
      ))}
      {withoutAmount > 0 && <p>{t('attribution.withoutAmount', { count: withoutAmount })}</p>}
    </div>
  )
}

function Download({ asked, model }: { asked: Asked; model: Model }) {
  const { t } = useTranslation()
  const query = new URLSearchParams({
    ...Object.fromEntries(Object.entries(asked).map(([key, value]) => [key, String(value)])),
    model,
  })
  return (
    <Button
      component="a"
      href={`/api/attribution/table.csv?${query}`}
      download
      variant="subtle"
      leftSection={<IconDownload size={15} stroke={1.8} aria-hidden />}
    >
      {t('attribution.csv')}
    </Button>
  )
}

function Nothing() {
  const { t } = useTranslation()
  return (
    <Empty
      title={t('attribution.emptyTitle')}
      action={
        <Button variant="filled" component={Link} to={paths.website}>
          {t('attribution.emptyAction')}
        </Button>
      }
    >
      {t('attribution.emptyText')}
    </Empty>
  )
}
