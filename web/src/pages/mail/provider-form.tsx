import { Button, Checkbox, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done } from '../../api/client.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './mail.module.css'
import type { MailServer, ProviderName, ProviderView } from './queries.ts'
import { ServerFields } from './server-fields.tsx'

type Props = { provider: ProviderName; kept: ProviderView | undefined; redirectUrl: string; onClose: () => void }
const IMAP: MailServer = { host: '', port: 993, security: 'tls' }
const SMTP: MailServer = { host: '', port: 465, security: 'tls' }
const HELP = {
  google: 'https://console.cloud.google.com/apis/credentials',
  microsoft: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
} as const

/** What a provider knows this installation by: made there by an administrator, and entered here. */
export function ProviderForm({ provider, kept, redirectUrl, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [now, setNow] = useState({
    clientId: kept?.clientId ?? '',
    clientSecret: '',
    tenant: kept?.tenant ?? '',
    label: kept?.label ?? '',
    domains: kept?.domains.join(', ') ?? '',
    authorizeUrl: kept?.authorizeUrl ?? '',
    tokenUrl: kept?.tokenUrl ?? '',
    scopes: kept?.scopes ?? '',
  })
  const [imap, setImap] = useState(kept?.imap ?? IMAP)
  const [smtp, setSmtp] = useState(kept?.smtp ?? SMTP)
  const [canSend, setCanSend] = useState(kept === undefined || kept.smtp !== null)
  const path = { provider }
  const onSettled = () => client.invalidateQueries({ queryKey: ['mailboxes'] })
  const save = useMutation({
    mutationFn: () => {
      const { clientSecret, domains, ...rest } = now
      const isOther = provider === 'other'
      return done(
        api.PUT('/api/mailbox-providers/{provider}', {
          params: { path },
          body: {
            ...rest,
            domains: domains.split(/[,;\s]+/).filter((each) => each !== ''),
            imap: isOther ? imap : null,
            smtp: isOther && canSend ? smtp : null,
            ...(clientSecret === '' ? {} : { clientSecret }),
          },
        }),
      )
    },
    retry: false,
    onSuccess: () => {
      sayDone(t('mail.saved'))
      onClose()
    },
    onSettled,
  })
  const remove = useMutation({
    mutationFn: () => done(api.DELETE('/api/mailbox-providers/{provider}', { params: { path } })),
    onSuccess: onClose,
    onError: (error) => sayRefused(error),
    onSettled,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const field = (name: keyof typeof now) => ({
    value: now[name],
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => setNow({ ...now, [name]: event.currentTarget.value }),
  })
  return (
    <form className={look.form} onSubmit={submit} aria-label={t(`mail.signIns.names.${provider}`)}>
      <p className={look.note}>
        {t(`mail.signIns.how.${provider}`)}{' '}
        {provider !== 'other' && (
          <a href={HELP[provider]} target="_blank" rel="noreferrer">
            {t('mail.boxes.help')}
          </a>
        )}
      </p>
      <TextInput label={t('mail.signIns.redirect')} value={redirectUrl} readOnly onFocus={(e) => e.target.select()} />
      <div className={look.two}>
        <TextInput label={t('mail.signIns.clientId')} required {...field('clientId')} />
        <PasswordInput
          label={t('mail.signIns.clientSecret')}
          placeholder={kept?.hasSecret === true ? t('mail.boxes.keepPassword') : ''}
          {...field('clientSecret')}
          autoComplete="new-password"
        />
      </div>
      {provider === 'microsoft' && (
        <TextInput
          label={t('mail.signIns.tenant')}
          description={t('mail.signIns.tenantHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          {...field('tenant')}
        />
      )}
      {provider === 'other' && (
        <>
          <div className={look.two}>
            <TextInput label={t('mail.signIns.label')} {...field('label')} />
            <TextInput label={t('mail.signIns.scopes')} {...field('scopes')} />
          </div>
          <TextInput label={t('mail.signIns.authorizeUrl')} required type="url" {...field('authorizeUrl')} />
          <TextInput label={t('mail.signIns.tokenUrl')} required type="url" {...field('tokenUrl')} />
          <ServerFields kind="imap" title={t('mail.boxes.reading')} server={imap} onChange={setImap} />
          <Checkbox
            label={t('mail.signIns.canSend')}
            checked={canSend}
            onChange={(event) => setCanSend(event.currentTarget.checked)}
          />
          {canSend && <ServerFields kind="smtp" title={t('mail.boxes.sending')} server={smtp} onChange={setSmtp} />}
        </>
      )}
      <TextInput
        label={t('mail.signIns.domains')}
        description={t('mail.signIns.domainsHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        {...field('domains')}
      />
      {save.isError && <ErrorNote error={save.error} isInline />}
      <div className={look.actions}>
        <Button type="submit" variant="filled" loading={save.isPending} disabled={now.clientId.trim() === ''}>
          {t('mail.save')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('mail.cancel')}
        </Button>
        {kept !== undefined && (
          <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('mail.remove')}
          </Button>
        )}
      </div>
    </form>
  )
}
