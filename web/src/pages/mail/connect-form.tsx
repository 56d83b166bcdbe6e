import { Button, Checkbox, NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useSession } from '../../api/session.ts'
import { serverNow } from '../../ui/clock.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { sayDone } from '../../ui/toast.ts'
import look from './mail.module.css'
import { type MailServer, mailboxesQuery, type Preset, type SignInOffer } from './queries.ts'
import { ServerFields } from './server-fields.tsx'
import { SignInButton } from './sign-in-button.tsx'
import { TriedNote } from './tried-note.tsx'

const POLICIES = ['headers', 'counted', 'all'] as const
type Policy = (typeof POLICIES)[number]
const YEAR_MS = 365 * 86_400_000
const IMAP: MailServer = { host: '', port: 993, security: 'tls' }
const SMTP: MailServer = { host: '', port: 465, security: 'tls' }

function dayBefore(ms: number): string {
  return new Date(serverNow() - ms).toISOString().slice(0, 10)
}

/** Connects a mailbox: the address names its servers, both are tried, and what they answer is said. */
export function ConnectForm({ offers, onClose }: { offers: readonly SignInOffer[]; onClose: () => void }) {
  const { t } = useTranslation()
  const { user } = useSession()
  const client = useQueryClient()
  const [address, setAddress] = useState('')
  const [displayName, setDisplayName] = useState(user.name)
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [imap, setImap] = useState(IMAP)
  const [smtp, setSmtp] = useState(SMTP)
  const [canSend, setCanSend] = useState(true)
  const [policy, setPolicy] = useState<Policy>('headers')
  const [since, setSince] = useState(dayBefore(YEAR_MS))
  const [preset, setPreset] = useState<Preset | null>(null)
  const [byPassword, setByPassword] = useState(false)
  const access = { login: login.trim() || address.trim(), password, imap, smtp: canSend ? smtp : null }
  const find = useMutation({
    mutationFn: () => take(api.GET('/api/mailbox-presets', { params: { query: { address: address.trim() } } })),
    retry: false,
    onSuccess: (found) => {
      setPreset(found)
      setImap(found.imap)
      setSmtp(found.smtp)
      if (login === '') setLogin(address.trim())
    },
  })
  const test = useMutation({
    mutationFn: () => take(api.POST('/api/mailbox-tests', { body: access })),
    retry: false,
  })
  const connect = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/mailboxes', {
          body: {
            ...access,
            address: address.trim(),
            displayName: displayName.trim(),
            policy,
            since: new Date(since).toISOString(),
            keepsCopies: preset?.keepsCopies !== true,
          },
        }),
      ),
    retry: false,
    onSuccess: () => {
      sayDone(t('mail.boxes.connected'))
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: mailboxesQuery.queryKey }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (preset === null && imap.host === '') find.mutate()
    else connect.mutate()
  }
  const isFilled = imap.host !== '' && password !== '' && (!canSend || smtp.host !== '')
  const areServersKnown = preset !== null || imap.host !== ''
  // Whom a provider lets in by signing in need not enter a password.
  const offered = byPassword ? [] : preset === null ? offers : preset.signIn === null ? [] : [preset.signIn]
  const isSigningIn = preset !== null && offered.length > 0
  const wants = {
    address: address.trim(),
    displayName: displayName.trim(),
    policy,
    since: new Date(since).toISOString(),
  }
  return (
    <form className={look.box} onSubmit={submit} aria-label={t('mail.boxes.add')}>
      <div className={look.two}>
        <TextInput
          label={t('mail.boxes.address')}
          type="email"
          value={address}
          data-autofocus
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <div style={{ alignSelf: 'end' }}>
          <Button
            type={areServersKnown ? 'button' : 'submit'}
            loading={find.isPending}
            disabled={!address.includes('@')}
            onClick={areServersKnown ? () => find.mutate() : undefined}
          >
            {t('mail.boxes.find')}
          </Button>
        </div>
      </div>
      {find.isError && <ErrorNote error={find.error} isInline />}
      {preset !== null && (
        <p className="quiet small" role="status">
          {t(`mail.boxes.sources.${preset.source}`, { name: preset.name })}
        </p>
      )}
      {offered.length > 0 && (
        <div className={look.actions}>
          {offered.map(({ provider, label }) => (
            <SignInButton
              key={provider}
              label={label}
              isMain={preset !== null}
              wants={{ ...wants, provider, address: address.includes('@') ? address.trim() : '' }}
            />
          ))}
          {preset !== null && (
            <Button variant="subtle" onClick={() => setByPassword(true)}>
              {t('mail.boxes.byPassword')}
            </Button>
          )}
        </div>
      )}
      {preset !== null && preset.note !== null && offered.length === 0 && (
        <p className={look.note}>
          {t(`mail.boxes.notes.${preset.note}`)}{' '}
          {preset.helpUrl !== null && (
            <a href={preset.helpUrl} target="_blank" rel="noreferrer">
              {t('mail.boxes.help')}
            </a>
          )}
        </p>
      )}
      {!isSigningIn && (
        <>
          <div className={look.two}>
            <TextInput
              label={t('mail.boxes.login')}
              value={login}
              autoComplete="off"
              placeholder={address}
              onChange={(event) => setLogin(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('mail.boxes.password')}
              description={t('mail.boxes.passwordHint')}
              inputWrapperOrder={['label', 'input', 'description']}
              value={password}
              autoComplete="new-password"
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          </div>
          <ServerFields kind="imap" title={t('mail.boxes.reading')} server={imap} onChange={setImap} />
          <Checkbox
            label={t('mail.boxes.canSend')}
            checked={canSend}
            onChange={(event) => setCanSend(event.currentTarget.checked)}
          />
          {canSend && <ServerFields kind="smtp" title={t('mail.boxes.sending')} server={smtp} onChange={setSmtp} />}
        </>
      )}
      <TextInput
        label={t('mail.boxes.name')}
        value={displayName}
        onChange={(event) => setDisplayName(event.currentTarget.value)}
      />
      <div className={look.two}>
        <NativeSelect
          label={t('mail.boxes.policy')}
          value={policy}
          data={POLICIES.map((each) => ({ value: each, label: t(`mail.boxes.policies.${each}`) }))}
          onChange={(event) => setPolicy(POLICIES.find((each) => each === event.currentTarget.value) ?? 'headers')}
        />
        <TextInput
          type="date"
          label={t('mail.boxes.since')}
          value={since}
          onChange={(event) => setSince(event.currentTarget.value)}
        />
      </div>
      {test.data !== undefined && <TriedNote tried={test.data} />}
      {test.isError && <ErrorNote error={test.error} isInline />}
      {connect.isError && <ErrorNote error={connect.error} isInline />}
      <div className={look.actions}>
        {!isSigningIn && (
          <>
            <Button
              type={areServersKnown ? 'submit' : 'button'}
              variant="filled"
              disabled={!isFilled}
              loading={connect.isPending}
            >
              {t('mail.boxes.connect')}
            </Button>
            <Button disabled={!isFilled} loading={test.isPending} onClick={() => test.mutate()}>
              {t('mail.boxes.test')}
            </Button>
          </>
        )}
        <Button variant="subtle" onClick={onClose}>
          {t('mail.cancel')}
        </Button>
      </div>
    </form>
  )
}
