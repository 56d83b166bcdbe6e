import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { AdminsOnly } from './admins-only.tsx'
import { type WebhookView, webhooksQuery } from './queries.ts'
import { parseWebhooksSearch } from './search.ts'
import look from './settings.module.css'
import { SettingsHead } from './settings-head.tsx'
import { WebhookDetail } from './webhook-detail.tsx'
import { WebhookDrawer } from './webhook-drawer.tsx'
import { WebhookState } from './webhook-state.tsx'

/** The receivers of webhooks; choosing one shows what it was sent. */
export function WebhooksPage() {
  const isAdmin = useIsRole('admin')
  return isAdmin ? <Shown /> : <AdminsOnly />
}

function Shown() {
  const { t } = useTranslation()
  const { webhook: chosen } = parseWebhooksSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const query = useQuery({ ...webhooksQuery, refetchInterval: 5_000 })
  const [editing, setEditing] = useState<'new' | WebhookView | null>(null)
  const add = (
    <Button
      variant="filled"
      leftSection={<IconPlus size={15} stroke={2} aria-hidden />}
      onClick={() => setEditing('new')}
    >
      {t('settings.webhooks.add')}
    </Button>
  )
  return (
    <Page>
      <Loaded query={query}>
        {({ webhooks, kinds }) => {
          const open = webhooks.find((one) => one.id === chosen)
          return (
            <>
              <SettingsHead actions={webhooks.length === 0 ? undefined : add} />
              {open === undefined ? (
                <>
                  <p className={look.intro}>{t('settings.webhooks.intro')}</p>
                  {webhooks.length === 0 ? (
                    <Empty title={t('settings.webhooks.emptyTitle')} action={add}>
                      {t('settings.webhooks.emptyText')}
                    </Empty>
                  ) : (
                    <ul className={look.list} style={{ marginTop: 16 }}>
                      {webhooks.map((webhook) => (
                        <WebhookRow key={webhook.id} webhook={webhook} />
                      ))}
                    </ul>
                  )}
                </>
              ) : (
                <WebhookDetail
                  key={open.id}
                  webhook={open}
                  onEdit={() => setEditing(open)}
                  onRemoved={() => void navigate({ to: paths.settingsWebhooks })}
                />
              )}
              <WebhookDrawer
                key={editing === null ? 'closed' : editing === 'new' ? 'new' : editing.id}
                webhook={editing === 'new' ? null : editing}
                isOpen={editing !== null}
                kinds={kinds}
                onClose={() => setEditing(null)}
              />
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

function WebhookRow({ webhook }: { webhook: WebhookView }) {
  const { t } = useTranslation()
  return (
    <li className={look.row}>
      <div className={look.rowMain}>
        <Link to={paths.settingsWebhooks} search={{ webhook: webhook.id }} className={look.strong}>
          {webhook.note === '' ? webhook.url : webhook.note}
        </Link>
        {webhook.note !== '' && <p className={`${look.address} quiet`}>{webhook.url}</p>}
        <p className="quiet small">{t('settings.webhooks.kindsCount', { count: webhook.kinds.length })}</p>
      </div>
      <WebhookState webhook={webhook} />
    </li>
  )
}
