import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Page, PageHeader, Section } from '../../ui/page.tsx'
import { DropZone } from './drop-zone.tsx'
import look from './import.module.css'
import { ImportStatus } from './import-status.tsx'
import { type ImportView, importsQuery, profilesQuery } from './queries.ts'

/** Bringing leads in: drop files, see which are known already, and what was imported before. */
export function ImportPage() {
  const { t } = useTranslation()
  const imports = useQuery(importsQuery)
  return (
    <Page>
      <PageHeader title={t('importing.title')} />
      <p className={look.intro}>{t('importing.intro')}</p>
      <DropZone />
      <ReadyProfiles />
      <Section title={t('importing.past')}>
        <Loaded query={imports}>
          {(data) =>
            data.imports.length === 0 ? (
              <Empty title={t('importing.pastEmptyTitle')}>{t('importing.pastEmptyText')}</Empty>
            ) : (
              <ul>
                {data.imports.map((one) => (
                  <li key={one.id}>
                    <PastImport view={one} />
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
      <Leave />
    </Page>
  )
}

/** Whoever comes in must be able to leave: everything in one file that other programs can read. */
function Leave() {
  const { t } = useTranslation()
  const isAdmin = useIsRole('admin')
  if (!isAdmin) return null
  return (
    <Section title={t('importing.leave.title')}>
      <p className={look.intro}>{t('importing.leave.text')}</p>
      <Button
        component="a"
        href="/api/archive"
        download
        leftSection={<IconDownload size={15} stroke={1.6} aria-hidden />}
      >
        {t('importing.leave.do')}
      </Button>
    </Section>
  )
}

function PastImport({ view }: { view: ImportView }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const brought = view.result
  return (
    <Link to={paths.importRun} params={{ importId: view.id }} className={look.past}>
      <span className={`${look.pastTitle} cut`}>{view.title}</span>
      <ImportStatus status={view.status} />
      <span className="quiet small cut">
        {view.createdBy?.name} <Moment at={view.createdAt} />
      </span>
      <span className="quiet small tnum">
        {brought === null
          ? null
          : t('importing.summary', { people: count(brought.people ?? 0), dropped: count(brought.dropped ?? 0) })}
      </span>
    </Link>
  )
}

function ReadyProfiles() {
  const { t } = useTranslation()
  const ready = useQuery(profilesQuery).data?.ready ?? []
  if (ready.length === 0) return null
  return (
    <Section title={t('importing.readyTitle')}>
      <ul className={look.ready}>
        {ready.map((profile) => (
          <li key={profile.id}>
            <p className={look.pastTitle}>{profile.name}</p>
            <p className="quiet">{profile.description}</p>
            <p className="quiet small">{t('importing.wants')}</p>
            <ul className={look.wants}>
              {profile.files.map((file) => (
                <li key={file}>{file}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  )
}
