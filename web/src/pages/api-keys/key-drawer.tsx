import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import look from '../settings/settings.module.css'
import { ScopePicker, type Width } from './scope-picker.tsx'

const UNTILS = ['30', '90', '365', 'never'] as const

type Props = { scopes: readonly string[]; isOpen: boolean; onClose: () => void }

/** Makes a key; its secret is shown here, once. */
export function KeyDrawer({ scopes, isOpen, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Drawer isOpen={isOpen} onClose={onClose} title={t('apiKeys.add')} width={520}>
      {isOpen ? <KeyForm scopes={scopes} onClose={onClose} /> : null}
    </Drawer>
  )
}

function KeyForm({ scopes, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [width, setWidth] = useState<Width>('read')
  const [chosen, setChosen] = useState<string[]>([])
  const [until, setUntil] = useState('90')
  const asked = width === 'some' ? chosen : [width]
  const create = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/api-keys', {
          body: { name: name.trim(), scopes: asked, expiresInDays: until === 'never' ? null : Number(until) },
        }),
      ),
    retry: false,
    onSuccess: () => client.invalidateQueries({ queryKey: ['api-keys'] }),
  })
  if (create.data !== undefined) return <Secret apiKey={create.data.apiKey} onDone={onClose} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (asked.length > 0) create.mutate()
  }
  return (
    <form className={look.form} onSubmit={submit}>
      <TextInput
        label={t('apiKeys.name')}
        placeholder={t('apiKeys.namePlaceholder')}
        value={name}
        required
        maxLength={200}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ScopePicker
        all={scopes}
        width={width}
        chosen={chosen}
        onChange={(nextWidth, nextChosen) => {
          setWidth(nextWidth)
          setChosen(nextChosen)
        }}
      />
      <NativeSelect
        label={t('apiKeys.until')}
        value={until}
        data={UNTILS.map((value) => ({ value, label: t(`apiKeys.untils.${value}`) }))}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      {create.isError ? <ErrorNote error={create.error} isInline /> : null}
      <Button type="submit" variant="filled" loading={create.isPending} disabled={asked.length === 0}>
        {t('apiKeys.add')}
      </Button>
    </form>
  )
}

function Secret({ apiKey, onDone }: { apiKey: string; onDone: () => void }) {
  const { t } = useTranslation()
  return (
    <section className={look.form} aria-label={t('apiKeys.secretTitle')}>
      <h3>{t('apiKeys.secretTitle')}</h3>
      <p className="quiet">{t('apiKeys.secretText')}</p>
      <output className={look.secret}>{apiKey}</output>
      <div className={look.buttons}>
        <CopyButton text={apiKey} label={t('settings.copy')} copied={t('settings.copied')} variant="filled" />
        <Button variant="subtle" onClick={onDone}>
          {t('settings.done')}
        </Button>
      </div>
    </section>
  )
}
