import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { PageHeader } from '../../ui/page.tsx'
import look from './settings.module.css'

const TABS = [
  { id: 'notices', to: paths.settings, isOwn: true },
  { id: 'keys', to: paths.settingsKeys, isOwn: true },
  { id: 'mailboxes', to: paths.settingsMailboxes, isOwn: true },
  { id: 'company', to: paths.settingsCompany },
  { id: 'mail', to: paths.settingsMail },
  { id: 'webhooks', to: paths.settingsWebhooks },
  { id: 'privacy', to: paths.settingsPrivacy },
] as const

/** The top of the settings: one's own for everybody, those of the house for administrators. */
export function SettingsHead({ actions }: { actions?: ReactNode }) {
  const { t } = useTranslation()
  const isAdmin = useIsRole('admin')
  const isViewer = useIsRole('viewer')
  const tabs = TABS.filter((tab) => isAdmin || ('isOwn' in tab && !isViewer))
  return (
    <>
      <PageHeader title={t('settings.title')} actions={actions} />
      {tabs.length > 1 && (
        <nav className={look.tabs} aria-label={t('settings.title')}>
          {tabs.map(({ id, to }) => (
            <Link
              key={id}
              to={to}
              className={look.tab}
              activeProps={{ 'data-is-here': true }}
              activeOptions={{ exact: true, includeSearch: false }}
            >
              {t(`settings.tabs.${id}`)}
            </Link>
          ))}
        </nav>
      )}
    </>
  )
}
