import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './backtest.module.css'

type Props = { backtestId: string; status: 'queued' | 'running'; progress: number }

/** How far a try is, live, with a way to stop it. */
export function Running({ backtestId, status, progress }: Props) {
  const { t } = useTranslation()
  const { share } = useNumbers()
  const client = useQueryClient()
  const isViewer = useIsRole('viewer')
  const cancel = useMutation({
    mutationFn: () => take(api.POST('/api/backtests/{backtestId}/cancellation', { params: { path: { backtestId } } })),
    onSuccess: () => sayDone(t('backtest.running.stopped')),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['backtests'] }),
  })
  return (
    <div className={look.running}>
      <p role="status">
        {status === 'queued'
          ? t('backtest.running.queued')
          : t('backtest.running.running', { share: share(Math.round(progress * 100) / 100) })}
      </p>
      <progress className={look.progress} max={1} {...(status === 'running' ? { value: progress } : {})} />
      <ReasonedButton
        why={isViewer ? t('backtest.panel.cannot') : null}
        loading={cancel.isPending}
        onClick={() => cancel.mutate()}
      >
        {t('backtest.running.stop')}
      </ReasonedButton>
    </div>
  )
}
