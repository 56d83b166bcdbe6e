import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../../ui/error-note.tsx'
import { MoreRows } from '../../ui/more-rows.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import look from './import.module.css'
import { type ImportView, issuesQuery } from './queries.ts'

/** Every row left out or repaired, with its reason; and the same as a file. */
export function Issues({ view }: { view: ImportView }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  return (
    <Section
      title={`${t('importing.issues')} (${count(view.issues)})`}
      aside={
        <Button
          variant="subtle"
          component="a"
          href={`/api/imports/${view.id}/issues.csv`}
          download
          leftSection={<IconDownload size={15} stroke={1.8} aria-hidden />}
        >
          {t('importing.issuesCsv')}
        </Button>
      }
    >
      <IssueRows importId={view.id} />
    </Section>
  )
}

function IssueRows({ importId }: { importId: string }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const pages = useInfiniteQuery(issuesQuery(importId))
  if (pages.data === undefined) {
    return pages.isError ? <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} /> : <Skeleton />
  }
  const issues = pages.data.pages.flatMap((page) => page.issues)
  return (
    <>
      <ul>
        {issues.map((issue, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one row may have several issues of the same field
          <li key={i} className={look.issue}>
            <Severity severity={issue.severity} />
            <span className={look.issueText}>{issue.message}</span>
            <span className="quiet small">
              {issue.file} · {t('importing.previewRow', { n: count(issue.row) })}
              {issue.field === null ? '' : ` · ${issue.field}`}
            </span>
          </li>
        ))}
      </ul>
      <MoreRows pages={pages} label={t('importing.more')} />
    </>
  )
}

/** What became of a row: left out, repaired, or only noted. */
export function Severity({ severity }: { severity: 'dropped' | 'repaired' | 'warning' }) {
  const { t } = useTranslation()
  return (
    <span className={look.severity} data-severity={severity}>
      {t(`importing.severity.${severity}`)}
    </span>
  )
}
