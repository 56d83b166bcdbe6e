import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useEvents } from '../../events/use-events.ts'
import { paths } from '../../paths.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import look from '../sign-in/gate.module.css'
import { Gate } from '../sign-in/gate.tsx'

const ASK_MS = 1_000

/** How far the demo company is, live; then on to Today. */
export function DemoProgress() {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const client = useQueryClient()
  const navigate = useNavigate()
  const demo = useQuery({
    queryKey: ['demo'],
    queryFn: () => take(api.GET('/api/demo')),
    refetchInterval: ({ state }) => (state.data?.status === 'done' || state.data?.status === 'failed' ? false : ASK_MS),
  })
  useEvents((event) => {
    if (event.event === 'demo') void client.invalidateQueries({ queryKey: ['demo'] })
  })
  const again = useMutation({
    mutationFn: () => take(api.POST('/api/demo', { body: { leads: 5_000, seed: 7 } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['demo'] }),
  })
  const isDone = demo.data?.status === 'done'
  useEffect(() => {
    if (isDone) void navigate({ to: paths.today })
  }, [isDone, navigate])
  if (demo.isError) {
    return (
      <Gate title={t('setup.demoTitle')}>
        <ErrorNote error={demo.error} onRetry={() => void demo.refetch()} isInline />
      </Gate>
    )
  }
  if (demo.data?.status === 'failed') {
    return (
      <Gate title={t('setup.demoFailed')} text={demo.data.error ?? undefined}>
        {again.isError && <ErrorNote error={again.error} isInline />}
        <div className={look.buttons}>
          <Button variant="filled" loading={again.isPending} onClick={() => again.mutate()}>
            {t('setup.demoRetry')}
          </Button>
          <Button component={Link} to={paths.today}>
            {t('setup.demoSkip')}
          </Button>
        </div>
      </Gate>
    )
  }
  const { done = 0, total = 0 } = demo.data ?? {}
  return (
    <Gate title={t('setup.demoTitle')} text={t('setup.demoText')}>
      <progress className={look.progress} value={done} max={Math.max(1, total)} aria-label={t('setup.demoTitle')} />
      <p className="quiet tnum" role="status">
        {isDone
          ? t('setup.demoDone')
          : total === 0
            ? t('setup.demoStarting')
            : t('setup.demoProgress', { done: count(done), total: count(total) })}
      </p>
    </Gate>
  )
}
