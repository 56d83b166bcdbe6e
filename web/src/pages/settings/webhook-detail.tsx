import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { paths } from '../../paths.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Section } from '../../ui/page.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import { Deliveries } from './deliveries.tsx'
import type { WebhookView } from './queries.ts'
import { SecretOnce } from './secret-once.tsx'
import look from './settings.module.css'
import { TryLine } from './try-line.tsx'
import { WebhookState } from './webhook-state.tsx'

type Props = { webhook: WebhookView; onEdit: () => void; onRemoved: () => void }

/** One receiver: try it out, pause it, give it a new secret, and look at what it was sent. */
export function WebhookDetail({ webhook, onEdit, onRemoved }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [isRemoving, setIsRemoving] = useState(false)
  const params = { params: { path: { webhookId: webhook.id } } }
  const onSettled = () => client.invalidateQueries({ queryKey: ['webhooks'] })
  const onError = (error: Error) => sayRefused(error)
  const test = useMutation({
    mutationFn: () => take(api.POST('/api/webhooks/{webhookId}/tests', params)),
    retry: false,
    onError,
  })
  const rotate = useMutation({
    mutationFn: () => take(api.POST('/api/webhooks/{webhookId}/secrets', params)),
    retry: false,
    onError,
    onSettled,
  })
  const set = useMutation({
    mutationFn: (status: 'active' | 'paused') =>
      take(api.PATCH('/api/webhooks/{webhookId}', { ...params, body: { status } })),
    onSuccess: ({ status }) =>
      sayDone(t(status === 'paused' ? 'settings.webhooks.nowPaused' : 'settings.webhooks.nowActive')),
    onError,
    onSettled,
  })
  const remove = useMutation({
    mutationFn: () => done(api.DELETE('/api/webhooks/{webhookId}', params)),
    onSuccess: () => {
      sayDone(t('settings.webhooks.removed'))
      onRemoved()
    },
    onError,
    onSettled,
  })
  return (
    <>
      <p style={{ paddingTop: 16 }}>
        <Link to={paths.settingsWebhooks} className="quiet">
          <IconArrowLeft size={14} stroke={1.8} aria-hidden /> {t('settings.webhooks.back')}
        </Link>
      </p>
      <div className={look.row}>
        <div className={look.rowMain}>
          {webhook.note !== '' && <h2 className={look.strong}>{webhook.note}</h2>}
          <p className={look.address}>{webhook.url}</p>
          <p className="quiet small">{webhook.kinds.join(', ')}</p>
        </div>
        <WebhookState webhook={webhook} />
      </div>
      {webhook.status === 'gone' && (
        <p className={look.note} role="status">
          {t('settings.webhooks.goneText')}
        </p>
      )}
      <div className={look.buttons} style={{ paddingTop: 16 }}>
        <Button variant="filled" loading={test.isPending} onClick={() => test.mutate()}>
          {t('settings.webhooks.test')}
        </Button>
        <Button loading={set.isPending} onClick={() => set.mutate(webhook.status === 'active' ? 'paused' : 'active')}>
          {t(webhook.status === 'active' ? 'settings.webhooks.pause' : 'settings.webhooks.resume')}
        </Button>
        <Button onClick={onEdit}>{t('settings.webhooks.change')}</Button>
        <Button loading={rotate.isPending} onClick={() => rotate.mutate()}>
          {t('settings.webhooks.rotate')}
        </Button>
        {isRemoving ? (
          <>
            <Button color="red" variant="filled" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('settings.webhooks.removeSure')}
            </Button>
            <Button variant="subtle" onClick={() => setIsRemoving(false)}>
              {t('common.cancel')}
            </Button>
          </>
        ) : (
          <Button variant="subtle" onClick={() => setIsRemoving(true)}>
            {t('settings.webhooks.remove')}
          </Button>
        )}
      </div>
      {webhook.oldSecretUntil !== null && (
        <p className="quiet small" style={{ paddingTop: 8 }}>
          {t('settings.webhooks.oldSecret')} <Moment at={webhook.oldSecretUntil} />
        </p>
      )}
      {test.data !== undefined && (
        <div aria-live="polite" style={{ paddingTop: 12 }}>
          <TryLine attempt={test.data} />
        </div>
      )}
      <Section title={t('settings.webhooks.deliveries')} aside={t('settings.webhooks.kept')}>
        <Deliveries webhook={webhook} />
      </Section>
      <Drawer
        isOpen={rotate.data !== undefined}
        onClose={rotate.reset}
        title={t('settings.webhooks.rotate')}
        width={520}
      >
        {rotate.data !== undefined && <SecretOnce secret={rotate.data.secret} onDone={rotate.reset} />}
      </Drawer>
    </>
  )
}
