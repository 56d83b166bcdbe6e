import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { sayDone } from '../../ui/toast.ts'
import { KindChecks } from './kind-checks.tsx'
import type { WebhookKind, WebhookView } from './queries.ts'
import { SecretOnce } from './secret-once.tsx'
import look from './settings.module.css'

type Props = { webhook: WebhookView | null; kinds: readonly WebhookKind[]; isOpen: boolean; onClose: () => void }

/** Adds a receiver, or changes one. A new one’s signing secret is shown here, once. */
export function WebhookDrawer({ webhook, kinds, isOpen, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Drawer
      isOpen={isOpen}
      onClose={onClose}
      title={t(webhook === null ? 'settings.webhooks.add' : 'settings.webhooks.change')}
      width={520}
    >
      {isOpen && <WebhookForm webhook={webhook} kinds={kinds} onClose={onClose} />}
    </Drawer>
  )
}

function WebhookForm({ webhook, kinds, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [url, setUrl] = useState(webhook?.url ?? '')
  const [note, setNote] = useState(webhook?.note ?? '')
  const [chosen, setChosen] = useState<WebhookKind[]>(
    kinds.filter((kind) => webhook?.kinds.includes(kind) ?? kind.startsWith('lead.')),
  )
  const save = useMutation({
    mutationFn: async (): Promise<string | null> => {
      const body = { url: url.trim(), note: note.trim(), kinds: chosen }
      if (webhook === null) return (await take(api.POST('/api/webhooks', { body }))).secret
      await take(api.PATCH('/api/webhooks/{webhookId}', { params: { path: { webhookId: webhook.id } }, body }))
      return null
    },
    retry: false,
    onSuccess: (secret) => {
      if (secret !== null) return
      sayDone(t('settings.webhooks.saved'))
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['webhooks'] }),
  })
  if (typeof save.data === 'string') return <SecretOnce secret={save.data} onDone={onClose} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (chosen.length > 0) save.mutate()
  }
  return (
    <form className={look.form} onSubmit={submit}>
      <TextInput
        label={t('settings.webhooks.url')}
        description={t('settings.webhooks.urlText')}
        placeholder="https://receiver.example/hooks"
        value={url}
        required
        maxLength={2000}
        data-autofocus
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <TextInput
        label={t('settings.webhooks.note')}
        value={note}
        maxLength={200}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <KindChecks kinds={kinds} chosen={chosen} onChange={setChosen} />
      {save.isError && <ErrorNote error={save.error} isInline />}
      <Button type="submit" variant="filled" loading={save.isPending} disabled={chosen.length === 0}>
        {t(webhook === null ? 'settings.webhooks.add' : 'common.save')}
      </Button>
    </form>
  )
}
