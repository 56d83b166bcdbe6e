import { Button, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { needTopicsQuery } from '../../api/needs-query.ts'
import { useIsRole } from '../../api/session.ts'
import type { Answered } from '../../api/types.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Page, PageHeader, Section } from '../../ui/page.tsx'
import { RateText } from '../../ui/rate-text.tsx'
import look from './needs-page.module.css'
import { BY } from './search.ts'

const TopicEditor = lazy(() => import('./topic-editor.tsx').then((module) => ({ default: module.TopicEditor })))

const route = getRouteApi('/framed/needs')

/** Which needs are met where, and the catalogue by which they are recognised. */
export function NeedsPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayEdit = useIsRole('admin', 'manager', 'marketer', 'seller')
  const by = search.by ?? 'all'
  const report = useQuery({
    queryKey: ['needsReport', by],
    queryFn: ({ signal }) => take(api.GET('/api/needs/report', { params: { query: { by } }, signal })),
    placeholderData: keepPreviousData,
  })
  const topics = useQuery(needTopicsQuery)
  const open = (topic: string | undefined) => void navigate({ search: { ...search, topic }, replace: true })
  const chosen = topics.data?.topics.find((one) => one.topic === search.topic)
  useKeys(t('needs.title'), [{ keys: 'n', says: t('needs.add'), run: () => open('new'), isOff: !mayEdit }])
  return (
    <Page>
      <PageHeader title={t('needs.title')} aside={t('needs.aside')} />
      <Section
        title={t('needs.report')}
        aside={
          <SegmentedControl<(typeof BY)[number]>
            size="xs"
            aria-label={t('needs.by.label')}
            value={by}
            onChange={(next) => void navigate({ search: { ...search, by: next }, replace: true })}
            data={BY.map((value) => ({ value, label: t(`needs.by.${value}`) }))}
          />
        }
      >
        <Loaded query={report}>{(data) => <Report report={data} by={by} />}</Loaded>
      </Section>
      <Section
        title={t('needs.catalogue')}
        aside={
          mayEdit ? (
            <Button size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => open('new')}>
              {t('needs.add')}
            </Button>
          ) : undefined
        }
      >
        <p className={look.note}>{t('needs.catalogueNote')}</p>
        <Loaded query={topics}>
          {({ topics: all }) => (
            <ul>
              {all.map((topic) => (
                <li key={topic.topic}>
                  <button
                    type="button"
                    className={look.topic}
                    data-is-off={!topic.isActive || undefined}
                    onClick={() => open(topic.topic)}
                  >
                    <NameOf names={topic.names} topic={topic.topic} />
                    <span className={look.small}>{topic.pages.slice(0, 3).join(' ')}</span>
                    <span className={look.small}>
                      {Object.values(topic.phrases)
                        .flat()
                        .slice(0, 4)
                        .map((phrase) => `“${phrase}”`)
                        .join(' ')}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </Section>
      <Suspense>
        {chosen !== undefined || search.topic === 'new' ? (
          <TopicEditor key={search.topic} topic={chosen ?? null} isFixed={!mayEdit} onClose={() => open(undefined)} />
        ) : null}
      </Suspense>
    </Page>
  )
}

function NameOf({ names, topic }: { names: { en?: string; fr?: string }; topic: string }) {
  const { i18n } = useTranslation()
  return (
    <span className={look.name}>{(i18n.language === 'fr' ? names.fr : names.en) ?? names.en ?? names.fr ?? topic}</span>
  )
}

function Report({ report, by }: { report: Answered<'needsReport'>; by: (typeof BY)[number] }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  if (report.rows.length === 0) return <Empty title={t('needs.empty')}>{t('needs.emptyText')}</Empty>
  return (
    <>
      <div className={look.scroll}>
        <table className={look.report}>
          <thead>
            <tr>
              <th scope="col">{t('needs.need')}</th>
              {by === 'all' ? null : <th scope="col">{t(`needs.by.${by}`)}</th>}
              <th scope="col" className={look.number}>
                {t('needs.people')}
              </th>
              <th scope="col" className={look.number}>
                {t('needs.known')}
              </th>
              <th scope="col" className={look.number}>
                {t('needs.open')}
              </th>
              <th scope="col">{t('needs.confirmed')}</th>
              <th scope="col">{t('needs.resolved')}</th>
            </tr>
          </thead>
          <tbody>
            {report.rows.map((row) => (
              <tr key={`${row.topic ?? row.need} ${row.of}`}>
                <th scope="row">{row.need}</th>
                {by === 'all' ? null : <td>{row.of ?? t('needs.unknown')}</td>}
                <td className={look.number}>{count(row.people)}</td>
                <td className={look.number}>{count(row.known)}</td>
                <td className={look.number}>{count(row.open)}</td>
                <td>
                  <RateText rate={row.confirmed} />
                </td>
                <td>
                  <RateText rate={row.resolved} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={look.note}>
        {t('needs.total', { count: report.needs, people: count(report.people) })} {t('needs.definition')}{' '}
        {report.isCut ? t('needs.cut') : ''}
      </p>
    </>
  )
}
