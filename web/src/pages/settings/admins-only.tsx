import { useTranslation } from 'react-i18next'
import { Empty } from '../../ui/empty.tsx'
import { Page } from '../../ui/page.tsx'
import { SettingsHead } from './settings-head.tsx'

/** What anybody else sees of a page for administrators. */
export function AdminsOnly() {
  const { t } = useTranslation()
  return (
    <Page>
      <SettingsHead />
      <Empty title={t('settings.adminsOnly')}>{t('settings.adminsOnlyText')}</Empty>
    </Page>
  )
}
