import { Button, Checkbox, NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './mail.module.css'
import type { MailboxView, MailRule } from './queries.ts'
import { ServerFields } from './server-fields.tsx'
import { SignInButton } from './sign-in-button.tsx'
import { signInName } from './sign-in-name.ts'

const POLICIES = ['headers', 'counted', 'all'] as const
const FIELDS = ['address', 'domain', 'subject'] as const
const DOES = ['keep', 'leave out'] as const

function changed<T>(before: T, after: T): boolean {
  return JSON.stringify(before) !== JSON.stringify(after)
}

/** What is kept of a mailbox, how it signs, and how it is reached. */
export function MailboxForm({ box, onClose }: { box: MailboxView; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [now, setNow] = useState(box)
  const [since, setSince] = useState(box.since.slice(0, 10))
  const [aliases, setAliases] = useState(box.aliases.join(', '))
  const [password, setPassword] = useState('')
  const onSettled = () => client.invalidateQueries({ queryKey: ['mailboxes'] })
  const path = { mailboxId: box.id }
  const save = useMutation({
    mutationFn: () => {
      const others = aliases.split(/[,;\s]+/).filter((each) => each !== '')
      return take(
        api.PATCH('/api/mailboxes/{mailboxId}', {
          params: { path },
          body: {
            displayName: now.displayName,
            signature: now.signature,
            keepsCopies: now.keepsCopies,
            ...(changed(box.aliases, others) ? { aliases: others } : {}),
            ...(box.policy === now.policy ? {} : { policy: now.policy }),
            ...(changed(box.rules, now.rules) ? { rules: now.rules.filter((rule) => rule.value.trim() !== '') } : {}),
            ...(since === box.since.slice(0, 10) ? {} : { since: new Date(since).toISOString() }),
            ...(password === '' ? {} : { password }),
            ...(box.login === now.login ? {} : { login: now.login }),
            ...(changed(box.imap, now.imap) ? { imap: now.imap } : {}),
            ...(changed(box.smtp, now.smtp) ? { smtp: now.smtp } : {}),
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
    mutationFn: () => done(api.DELETE('/api/mailboxes/{mailboxId}', { params: { path } })),
    onSuccess: () => sayDone(t('mail.boxes.disconnected')),
    onError: (error) => sayRefused(error),
    onSettled,
  })
  const setRule = (place: number, rule: MailRule | null) =>
    setNow({
      ...now,
      rules: now.rules.flatMap((each, index) => (index !== place ? [each] : rule === null ? [] : [rule])),
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className={look.form} onSubmit={submit}>
      <div className={look.two}>
        <NativeSelect
          label={t('mail.boxes.policy')}
          value={now.policy}
          data={POLICIES.map((each) => ({ value: each, label: t(`mail.boxes.policies.${each}`) }))}
          onChange={(event) =>
            setNow({ ...now, policy: POLICIES.find((each) => each === event.currentTarget.value) ?? 'headers' })
          }
        />
        <TextInput
          type="date"
          label={t('mail.boxes.since')}
          value={since}
          onChange={(event) => setSince(event.currentTarget.value)}
        />
      </div>
      <fieldset style={{ border: 0, padding: 0, margin: 0 }} className={look.form}>
        <legend>{t('mail.boxes.rules')}</legend>
        <p className="quiet small">{t('mail.boxes.rulesHint')}</p>
        {now.rules.map((rule, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no name, and their order decides
          <div key={place} className={look.rule}>
            <NativeSelect
              aria-label={t('mail.boxes.rules')}
              value={rule.field}
              data={FIELDS.map((each) => ({ value: each, label: t(`mail.boxes.fields.${each}`) }))}
              onChange={(event) =>
                setRule(place, {
                  ...rule,
                  field: FIELDS.find((each) => each === event.currentTarget.value) ?? 'address',
                })
              }
            />
            <TextInput
              aria-label={t(`mail.boxes.fields.${rule.field}`)}
              value={rule.value}
              onChange={(event) => setRule(place, { ...rule, value: event.currentTarget.value })}
            />
            <NativeSelect
              aria-label={t('mail.boxes.rules')}
              value={rule.does}
              data={DOES.map((each) => ({ value: each, label: t(`mail.boxes.does.${each}`) }))}
              onChange={(event) =>
                setRule(place, { ...rule, does: DOES.find((each) => each === event.currentTarget.value) ?? 'keep' })
              }
            />
            <Button variant="subtle" aria-label={t('mail.boxes.removeRule')} onClick={() => setRule(place, null)}>
              <IconX size={16} aria-hidden />
            </Button>
          </div>
        ))}
        <div>
          <Button
            size="compact-sm"
            onClick={() => setNow({ ...now, rules: [...now.rules, { field: 'domain', value: '', does: 'leave out' }] })}
          >
            {t('mail.boxes.addRule')}
          </Button>
        </div>
      </fieldset>
      <div className={look.two}>
        <TextInput
          label={t('mail.boxes.name')}
          value={now.displayName}
          onChange={(event) => setNow({ ...now, displayName: event.currentTarget.value })}
        />
        <TextInput
          label={t('mail.boxes.aliases')}
          description={t('mail.boxes.aliasesHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          value={aliases}
          onChange={(event) => setAliases(event.currentTarget.value)}
        />
      </div>
      <Textarea
        label={t('mail.boxes.signature')}
        autosize
        minRows={3}
        value={now.signature}
        onChange={(event) => setNow({ ...now, signature: event.currentTarget.value })}
      />
      <Checkbox
        label={t('mail.boxes.copies')}
        description={t('mail.boxes.copiesHint')}
        checked={now.keepsCopies}
        onChange={(event) => setNow({ ...now, keepsCopies: event.currentTarget.checked })}
      />
      {box.signIn === 'password' ? null : (
        <div className={look.actions}>
          <span className="quiet">{t('mail.boxes.signedInAt', { name: signInName(box) })}</span>
          <SignInButton isAgain label={signInName(box)} wants={{ mailboxId: box.id }} />
        </div>
      )}
      {box.signIn === 'password' && (
        <>
          <div className={look.two}>
            <TextInput
              label={t('mail.boxes.login')}
              value={now.login}
              autoComplete="off"
              onChange={(event) => setNow({ ...now, login: event.currentTarget.value })}
            />
            <PasswordInput
              label={t('mail.boxes.newPassword')}
              placeholder={t('mail.boxes.keepPassword')}
              value={password}
              autoComplete="new-password"
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          </div>
          <ServerFields
            kind="imap"
            title={t('mail.boxes.reading')}
            server={now.imap}
            onChange={(imap) => setNow({ ...now, imap })}
          />
          {now.smtp !== null && (
            <ServerFields
              kind="smtp"
              title={t('mail.boxes.sending')}
              server={now.smtp}
              onChange={(smtp) => setNow({ ...now, smtp })}
            />
          )}
        </>
      )}
      {save.isError && <ErrorNote error={save.error} isInline />}
      <div className={look.actions}>
        <Button type="submit" variant="filled" loading={save.isPending}>
          {t('mail.save')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('mail.cancel')}
        </Button>
        <Button
          variant="subtle"
          color="red"
          loading={remove.isPending}
          onClick={() => {
            if (window.confirm(t('mail.boxes.disconnectSure', { address: box.address }))) remove.mutate()
          }}
        >
          {t('mail.boxes.disconnect')}
        </Button>
      </div>
    </form>
  )
}
