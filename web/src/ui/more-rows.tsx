import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from './error-note.tsx'

type Pages = {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  error: unknown
  fetchNextPage: () => Promise<unknown>
}

/** The end of a keyset list: asks for the next rows, says when that failed, and is nothing when all are shown. */
export function MoreRows({ pages, label }: { pages: Pages; label: string }) {
  const { t } = useTranslation()
  if (pages.isFetchNextPageError)
    return <ErrorNote error={pages.error} onRetry={() => void pages.fetchNextPage()} isInline />
  if (!pages.hasNextPage) return null
  return (
    <Button
      variant="subtle"
      fullWidth
      mt={8}
      disabled={pages.isFetchingNextPage}
      onClick={() => void pages.fetchNextPage()}
    >
      {pages.isFetchingNextPage ? t('common.loadingMore') : label}
    </Button>
  )
}
