import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayRefused } from '../../ui/toast.ts'
import look from './import.module.css'
import type { ImportView } from './queries.ts'
import { parseImportSearch } from './search.ts'

/** Takes a whole import back. It cannot itself be undone, so the page first says what will happen. */
export function Undo({ view }: { view: ImportView }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const navigate = useNavigate()
  const isAsking = parseImportSearch(useSearch({ strict: false })).undo === true
  const mayUndo = useIsRole('admin', 'manager', 'marketer')
  const ask = (undo: true | undefined) =>
    void navigate({
      to: paths.importRun,
      params: { importId: view.id },
      search: { undo },
      replace: true,
      resetScroll: false,
    })
  const undo = useMutation({
    mutationFn: () => take(api.POST('/api/imports/{importId}/undo', { params: { path: { importId: view.id } } })),
    onSuccess: () => ask(undefined),
    onError: (error) => sayRefused(error),
    onSettled: () => {
      for (const noun of ['imports', 'funnel', 'leads', 'queue']) void client.invalidateQueries({ queryKey: [noun] })
    },
  })
  if (!isAsking) {
    return (
      <ReasonedButton
        variant="subtle"
        why={mayUndo ? null : t('importing.cannotUpload')}
        leftSection={<IconArrowBackUp size={16} stroke={1.8} aria-hidden />}
        onClick={() => ask(true)}
      >
        {t('importing.undo')}
      </ReasonedButton>
    )
  }
  return (
    <section className={look.undo} aria-label={t('importing.undo')}>
      <p>{t('importing.undoText')}</p>
      <div className={look.go}>
        <Button color="var(--breach)" variant="outline" loading={undo.isPending} onClick={() => undo.mutate()}>
          {t('importing.undoSure')}
        </Button>
        <Button variant="subtle" autoFocus onClick={() => ask(undefined)}>
          {t('importing.undoNot')}
        </Button>
      </div>
    </section>
  )
}
