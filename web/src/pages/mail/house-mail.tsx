import { Button, Checkbox, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done } from '../../api/client.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Section } from '../../ui/page.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './mail.module.css'
import { ProviderForm } from './provider-form.tsx'
import { houseRuleQuery, PROVIDERS, type ProviderName, providersQuery } from './queries.ts'

/** What an administrator decides for the mailboxes of all: signing in, trusted servers, the own network. */
export function HouseMail() {
  const { t } = useTranslation()
  return (
    <>
      <Section title={t('mail.signIns.title')}>
        <Providers />
      </Section>
      <Section title={t('mail.boxes.own')}>
        <OwnServers />
      </Section>
    </>
  )
}

function Providers() {
  const { t } = useTranslation()
  const query = useQuery(providersQuery)
  const [open, setOpen] = useState<ProviderName | null>(null)
  return (
    <>
      <p className={look.intro}>{t('mail.signIns.intro')}</p>
      <Loaded query={query}>
        {({ providers, redirectUrl }) => (
          <ul className={look.list}>
            {PROVIDERS.map((name) => {
              const kept = providers.find((each) => each.provider === name)
              return (
                <li key={name} className={look.item}>
                  <div className={look.itemMain}>
                    <strong>{kept?.label || t(`mail.signIns.names.${name}`)}</strong>{' '}
                    <span className="quiet small">
                      {t(kept === undefined ? 'mail.signIns.isOff' : 'mail.signIns.isOn')}
                    </span>
                  </div>
                  <Button
                    size="compact-sm"
                    aria-expanded={open === name}
                    onClick={() => setOpen(open === name ? null : name)}
                  >
                    {t(kept === undefined ? 'mail.signIns.setUp' : 'mail.boxes.settings')}
                  </Button>
                  {open === name && (
                    <div style={{ flexBasis: '100%' }}>
                      <ProviderForm
                        provider={name}
                        kept={kept}
                        redirectUrl={redirectUrl}
                        onClose={() => setOpen(null)}
                      />
                    </div>
                  )}
                </li>
              )
            })}
          </ul>
        )}
      </Loaded>
    </>
  )
}

function OwnServers() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const query = useQuery(houseRuleQuery)
  const [text, setText] = useState<string | null>(null)
  const set = useMutation({
    mutationFn: (body: { canUseOwnNetwork?: boolean; certificates?: string }) =>
      done(api.PUT('/api/mailbox-settings', { body })),
    retry: false,
    onSuccess: (_nothing, { certificates }) => {
      if (certificates === undefined) return
      sayDone(t('mail.saved'))
      setText(null)
    },
    onError: (error, { certificates }) => {
      if (certificates === undefined) sayRefused(error)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['mailboxes'] }),
  })
  return (
    <Loaded query={query}>
      {({ canUseOwnNetwork, certificates, trusted }) => (
        <div className={look.form}>
          <Checkbox
            label={t('mail.boxes.ownAllow')}
            description={t('mail.boxes.ownHint')}
            checked={set.variables?.canUseOwnNetwork ?? canUseOwnNetwork}
            onChange={(event) => set.mutate({ canUseOwnNetwork: event.currentTarget.checked })}
          />
          <div>
            <p>{t('mail.trust.title')}</p>
            <p className="quiet small">{t('mail.trust.hint')}</p>
            {trusted.length > 0 && (
              <ul className={look.list} style={{ marginTop: 8 }}>
                {trusted.map((each) => (
                  <li key={each.fingerprint} className={look.item} title={each.fingerprint}>
                    <span className={look.itemMain}>{each.subject}</span>
                    <span className="quiet small">
                      {t('mail.trust.until')} <Moment at={each.until} />
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </div>
          {text === null ? (
            <div>
              <Button size="compact-sm" onClick={() => setText(certificates)}>
                {t(trusted.length === 0 ? 'mail.trust.add' : 'mail.trust.change')}
              </Button>
            </div>
          ) : (
            <>
              <Textarea
                label={t('mail.trust.certificates')}
                placeholder={'-----BEGIN CERTIFICATE-----'}
                autosize
                minRows={6}
                maxRows={14}
                spellCheck={false}
                styles={{ input: { fontFamily: 'monospace', fontSize: 12 } }}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
              />
              {set.isError && <ErrorNote error={set.error} isInline />}
              <div className={look.actions}>
                <Button variant="filled" loading={set.isPending} onClick={() => set.mutate({ certificates: text })}>
                  {t('mail.save')}
                </Button>
                <Button variant="subtle" onClick={() => setText(null)}>
                  {t('mail.cancel')}
                </Button>
              </div>
            </>
          )}
        </div>
      )}
    </Loaded>
  )
}
