import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import { FileList } from './file-list.tsx'
import look from './import.module.css'
import type { ImportView } from './queries.ts'

const STAGES: Record<string, 'checking' | 'recording' | 'takingBack'> = {
  checking: 'checking',
  recording: 'recording',
  'taking back': 'takingBack',
}

/** How far an import is, live. */
export function Running({ view }: { view: ImportView }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const client = useQueryClient()
  const mayCancel = useIsRole('admin', 'manager', 'marketer')
  const cancel = useMutation({
    mutationFn: () =>
      take(api.POST('/api/imports/{importId}/cancellation', { params: { path: { importId: view.id } } })),
    onSuccess: () => sayDone(t('importing.cancelled')),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['imports'] }),
  })
  const progress = view.progress
  const stage = STAGES[progress?.stage ?? ''] ?? 'waiting'
  const total = progress?.total ?? null
  return (
    <>
      <section className={look.running} aria-label={t('importing.running')}>
        <p className={look.runningCount} role="status">
          {progress === null || stage === 'waiting'
            ? t('importing.stages.waiting')
            : total === null
              ? t('importing.progressOpen', { done: count(progress.done) })
              : t('importing.progress', { done: count(progress.done), total: count(total) })}
        </p>
        <progress
          className={look.progress}
          {...(total === null || progress === null ? {} : { value: progress.done, max: total })}
        />
        <p className="quiet">
          {stage === 'waiting' ? null : t(`importing.stages.${stage}`)} {stage === 'waiting' ? null : '·'}{' '}
          {t('importing.leaveOpen')}
        </p>
        {view.status === 'undoing' ? null : (
          <ReasonedButton
            why={mayCancel ? null : t('importing.cannotUpload')}
            loading={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            {t('importing.cancel')}
          </ReasonedButton>
        )}
      </section>
      <FileList files={view.files} />
    </>
  )
}
