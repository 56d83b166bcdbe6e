import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../../api/problem-error.ts'
import { paths } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, PageHeader } from '../../ui/page.tsx'
import { FileList } from './file-list.tsx'
import look from './import.module.css'
import { ImportStatus } from './import-status.tsx'
import { Issues } from './issues.tsx'
import { Prepare } from './prepare.tsx'
import { type ImportView, importQuery, isMoving } from './queries.ts'
import { Result } from './result.tsx'
import { Running } from './running.tsx'
import { Undo } from './undo.tsx'

/** One import from its files to its result: first what would become of it, then how far it is, then what it brought. */
export function ImportRunPage() {
  const { t } = useTranslation()
  const importId = useParams({ strict: false }).importId ?? ''
  const query = useQuery(importQuery(importId))
  if (query.error instanceof ProblemError && ['not-found', 'bad-request'].includes(query.error.code)) {
    return (
      <Page>
        <PageHeader title={t('importing.title')} />
        <Empty title={t('importing.notFoundTitle')} action={<BackButton />}>
          {t('importing.notFoundText')}
        </Empty>
      </Page>
    )
  }
  return (
    <Page>
      <Loaded query={query}>
        {(view) => (
          <>
            <Link to={paths.import} className={look.back}>
              <IconArrowLeft size={14} stroke={1.8} aria-hidden /> {t('importing.back')}
            </Link>
            <PageHeader title={view.title} badge={<ImportStatus status={view.status} />} />
            <Phase view={view} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Phase({ view }: { view: ImportView }) {
  const { t } = useTranslation()
  if (view.status === 'uploaded') return <Prepare key={view.id} view={view} />
  if (isMoving(view)) return <Running view={view} />
  return (
    <>
      {view.status === 'failed' && (
        <div className={look.failed} role="alert">
          <p className={look.pastTitle}>{t('importing.failed')}</p>
          <p>{view.error}</p>
          <p className="quiet">{t('importing.failedText')}</p>
        </div>
      )}
      {view.status === 'cancelled' && <p className={look.note}>{t('importing.cancelled')}</p>}
      {view.status === 'undone' && <p className={look.note}>{t('importing.undone')}</p>}
      {view.result !== null && <Result view={view} result={view.result} />}
      {view.status === 'done' && <Undo view={view} />}
      <FileList files={view.files} />
      {view.issues > 0 ? (
        <Issues view={view} />
      ) : (
        view.status === 'done' && <p className={look.note}>{t('importing.issuesNone')}</p>
      )}
      {view.status !== 'done' && <BackButton />}
    </>
  )
}

function BackButton() {
  const { t } = useTranslation()
  return (
    <Button component={Link} to={paths.import} mt={16}>
      {t('importing.again')}
    </Button>
  )
}
