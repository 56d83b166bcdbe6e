import { SegmentedControl } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { Page, PageHeader } from '../../ui/page.tsx'
import { Events } from './events.tsx'
import { Introductions } from './introductions.tsx'
import { MyCard } from './my-card.tsx'
import look from './networking.module.css'
import { TABS } from './search.ts'
import { TakeCards } from './take-cards.tsx'
import { Ties } from './ties.tsx'

const route = getRouteApi('/framed/networking')

/** Networking: introductions, who knows whom, events and cards. */
export function NetworkingPage() {
  const { t } = useTranslation()
  const { tab = 'introductions' } = route.useSearch()
  const navigate = route.useNavigate()
  const mayWrite = useIsRole('admin', 'manager', 'marketer', 'seller')
  return (
    <Page>
      <PageHeader title={t('networking.title')} />
      <SegmentedControl
        className={look.tabs}
        aria-label={t('networking.tabs.label')}
        data={TABS.map((value) => ({ value, label: t(`networking.tabs.${value}`) }))}
        value={tab}
        onChange={(value) => void navigate({ search: { tab: TABS.find((one) => one === value) } })}
      />
      {tab === 'ties' ? <Ties /> : null}
      {tab === 'introductions' ? <Introductions /> : null}
      {tab === 'cards' ? (
        <>
          {mayWrite ? <MyCard /> : null}
          {mayWrite ? <TakeCards /> : null}
          <Events />
        </>
      ) : null}
    </Page>
  )
}
