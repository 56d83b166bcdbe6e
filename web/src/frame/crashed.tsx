import type { ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../api/problem-error.ts'
import { Empty } from '../ui/empty.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { PlainButton } from '../ui/plain-button.tsx'

/** What stands in place of a page that broke, or whose data never came. */
export function Crashed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  // The code of a page did not come: the server is away, or a newer version has replaced it.
  if (
    /dynamically imported module|Importing a module script failed/.test(error instanceof Error ? error.message : '')
  ) {
    return <ErrorNote error={new ProblemError('offline', 0, '', null, [])} onRetry={() => window.location.reload()} />
  }
  if (error instanceof ProblemError) return <ErrorNote error={error} onRetry={reset} />
  return (
    <Empty
      title={t('frame.crashed.title')}
      action={<PlainButton onClick={() => window.location.reload()}>{t('frame.crashed.reload')}</PlainButton>}
    >
      {t('frame.crashed.text')}
    </Empty>
  )
}
