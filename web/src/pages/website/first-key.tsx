import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { Empty } from '../../ui/empty.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { websiteQuery } from './queries.ts'

/** Makes the key a site needs, so that the line to paste shows at once. */
export function FirstKey() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const mayMake = useIsRole('admin')
  const make = useMutation({
    mutationFn: () => take(api.POST('/api/write-keys', { body: { name: t('website.title') } })),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: websiteQuery.queryKey }),
        queries.invalidateQueries({ queryKey: ['write keys'] }),
      ]),
  })
  return (
    <>
      <Empty
        title={t('website.noKey')}
        action={
          <Button variant="filled" disabled={!mayMake} loading={make.isPending} onClick={() => make.mutate()}>
            {t('website.makeKey')}
          </Button>
        }
      >
        {t(mayMake ? 'website.noKeyText' : 'website.askAdmin')}
      </Empty>
      {make.isError && <ErrorNote error={make.error} isInline />}
    </>
  )
}
