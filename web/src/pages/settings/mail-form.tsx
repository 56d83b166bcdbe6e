import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import { type MailView, mailQuery } from './queries.ts'
import look from './settings.module.css'

const SECURITIES = ['starttls', 'tls', 'none'] as const
type Security = (typeof SECURITIES)[number]
const PORTS: Record<Security, string> = { starttls: '587', tls: '465', none: '25' }

/** Sets the mail server. What the environment sets is shown and not changed here. */
export function MailForm({ mail }: { mail: MailView }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const isFixed = mail.source === 'environment'
  const [host, setHost] = useState(mail.host ?? '')
  const [port, setPort] = useState(mail.port === null ? '587' : String(mail.port))
  const [security, setSecurity] = useState<Security>(SECURITIES.find((each) => each === mail.security) ?? 'starttls')
  const [user, setUser] = useState(mail.user ?? '')
  const [password, setPassword] = useState('')
  const [from, setFrom] = useState(mail.from ?? '')
  const settled = () => {
    for (const noun of ['mail', 'mails', 'notices']) void client.invalidateQueries({ queryKey: [noun] })
  }
  const save = useMutation({
    mutationFn: () =>
      take(
        api.PUT('/api/mail', {
          body: {
            host: host.trim(),
            port: Number(port),
            security,
            user: user.trim() === '' ? null : user.trim(),
            from: from.trim(),
            ...(password === '' ? {} : { password }),
          },
        }),
      ),
    onSuccess: (saved) => {
      setPassword('')
      client.setQueryData(mailQuery.queryKey, saved)
      sayDone(t('settings.mail.saved'))
    },
    onSettled: settled,
  })
  const forget = useMutation({
    mutationFn: () => done(api.DELETE('/api/mail')),
    onSuccess: () => sayDone(t('settings.mail.forgotten')),
    onError: (error) => sayRefused(error),
    onSettled: settled,
  })
  const chooseSecurity = (value: string) => {
    const next = SECURITIES.find((each) => each === value) ?? 'starttls'
    if (Object.values(PORTS).includes(port)) setPort(PORTS[next])
    setSecurity(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const keepsPassword = mail.hasPassword && host.trim() === mail.host && user.trim() === mail.user
  return (
    <form className={look.form} onSubmit={submit}>
      <div className={look.pair}>
        <TextInput
          label={t('settings.mail.host')}
          placeholder="smtp.company.example"
          value={host}
          required
          readOnly={isFixed}
          onChange={(event) => setHost(event.currentTarget.value)}
        />
        <TextInput
          label={t('settings.mail.port')}
          inputMode="numeric"
          pattern="[0-9]+"
          value={port}
          required
          readOnly={isFixed}
          onChange={(event) => setPort(event.currentTarget.value)}
        />
      </div>
      {isFixed ? (
        <TextInput
          label={t('settings.mail.security')}
          value={t(`settings.mail.securities.${mail.security ?? 'none'}`)}
          readOnly
        />
      ) : (
        <NativeSelect
          label={t('settings.mail.security')}
          value={security}
          data={SECURITIES.map((each) => ({ value: each, label: t(`settings.mail.securities.${each}`) }))}
          onChange={(event) => chooseSecurity(event.currentTarget.value)}
        />
      )}
      <TextInput
        label={t('settings.mail.user')}
        description={isFixed ? undefined : t('settings.mail.userText')}
        value={user}
        autoComplete="off"
        readOnly={isFixed}
        onChange={(event) => setUser(event.currentTarget.value)}
      />
      {!isFixed && user.trim() !== '' && (
        <PasswordInput
          label={t('settings.mail.password')}
          placeholder={keepsPassword ? t('settings.mail.passwordKept') : ''}
          value={password}
          required={!keepsPassword}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('setup.show') }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      )}
      <TextInput
        label={t('settings.mail.from')}
        placeholder="Ensemble <ensemble@company.example>"
        value={from}
        required
        readOnly={isFixed}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      {save.isError && <ErrorNote error={save.error} isInline />}
      {!isFixed && (
        <div className={look.buttons}>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {t('common.save')}
          </Button>
          {mail.source === 'house' && (
            <Button variant="subtle" loading={forget.isPending} onClick={() => forget.mutate()}>
              {t('settings.mail.forget')}
            </Button>
          )}
        </div>
      )}
    </form>
  )
}
