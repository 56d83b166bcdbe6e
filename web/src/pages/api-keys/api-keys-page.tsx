import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done } from '../../api/client.ts'
import { useSession } from '../../api/session.ts'
import { serverNow } from '../../ui/clock.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from '../settings/settings.module.css'
import { SettingsHead } from '../settings/settings-head.tsx'
import { KeyDrawer } from './key-drawer.tsx'
import { type ApiKey, apiKeysQuery } from './queries.ts'

/** The keys with which programs and assistants act in one’s name. */
export function ApiKeysPage() {
  const { t } = useTranslation()
  const query = useQuery(apiKeysQuery)
  const [isAdding, setAdding] = useState(false)
  const add = (
    <Button
      variant="filled"
      leftSection={<IconPlus size={15} stroke={2} aria-hidden />}
      onClick={() => setAdding(true)}
    >
      {t('apiKeys.add')}
    </Button>
  )
  return (
    <Page>
      <Loaded query={query}>
        {({ keys, scopes }) => (
          <>
            <SettingsHead actions={keys.length === 0 ? undefined : add} />
            <p className={look.intro}>{t('apiKeys.intro')}</p>
            {keys.length === 0 ? (
              <Empty title={t('apiKeys.emptyTitle')} action={add}>
                {t('apiKeys.emptyText')}
              </Empty>
            ) : (
              <ul className={look.list} style={{ marginTop: 16 }}>
                {keys.map((key) => (
                  <KeyRow key={key.id} apiKey={key} />
                ))}
              </ul>
            )}
            <Assistants />
            <KeyDrawer scopes={scopes} isOpen={isAdding} onClose={() => setAdding(false)} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function stateOf(key: ApiKey): 'valid' | 'revoked' | 'expired' {
  if (key.revokedAt !== null) return 'revoked'
  return key.expiresAt !== null && Date.parse(key.expiresAt) <= serverNow() ? 'expired' : 'valid'
}

function KeyRow({ apiKey: key }: { apiKey: ApiKey }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { user } = useSession()
  const state = stateOf(key)
  const revoke = useMutation({
    mutationFn: () => done(api.DELETE('/api/api-keys/{keyId}', { params: { path: { keyId: key.id } } })),
    onSuccess: () => sayDone(t('apiKeys.revoked', { name: key.name })),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['api-keys'] }),
  })
  return (
    <li className={look.row}>
      <div className={look.rowMain}>
        <p className={look.strong}>
          {key.name}
          {key.owner.id === user.id ? null : (
            <span className="quiet"> {t('apiKeys.of', { name: key.owner.name })}</span>
          )}
        </p>
        <p className={`${look.address} quiet`}>
          {key.beginning}… · {key.scopes.join(', ')}
        </p>
        <p className="quiet small">
          {key.lastUsedAt === null ? (
            t('apiKeys.unused')
          ) : (
            <>
              {t('apiKeys.used')} <Moment at={key.lastUsedAt} />
            </>
          )}
          {key.expiresAt === null || state === 'revoked' ? null : (
            <>
              {' · '}
              {t('apiKeys.expires')} <Moment at={key.expiresAt} />
            </>
          )}
        </p>
      </div>
      <span className={look.state} data-tone={state === 'valid' ? 'good' : undefined}>
        {t(`apiKeys.state.${state}`)}
      </span>
      {state === 'valid' ? (
        <Button size="compact-sm" loading={revoke.isPending} onClick={() => revoke.mutate()}>
          {t('apiKeys.revoke')}
        </Button>
      ) : null}
    </li>
  )
}

function Assistants() {
  const { t } = useTranslation()
  const address = `${window.location.origin}/mcp`
  return (
    <Section title={t('apiKeys.assistant')}>
      <div className={look.form}>
        <p className="quiet">{t('apiKeys.assistantText')}</p>
        <output className={look.secret} aria-label={t('apiKeys.address')}>
          {address}
        </output>
        <div className={look.buttons}>
          <CopyButton text={address} label={t('settings.copy')} copied={t('settings.copied')} />
          <Button variant="subtle" component="a" href="/docs">
            {t('apiKeys.docs')}
          </Button>
        </div>
      </div>
    </Section>
  )
}
