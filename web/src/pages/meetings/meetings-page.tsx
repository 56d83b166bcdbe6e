import { SegmentedControl } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useEvents } from '../../events/use-events.ts'
import { Page, PageHeader } from '../../ui/page.tsx'
import { Agenda } from './agenda.tsx'
import { MyCalendars } from './my-calendars.tsx'
import { TABS } from './search.ts'
import { Types } from './types.tsx'

const route = getRouteApi('/framed/meetings')

/** Meetings: the week, what can be booked, and calendars elsewhere. */
export function MeetingsPage() {
  const { t } = useTranslation()
  const { tab = 'agenda' } = route.useSearch()
  const navigate = route.useNavigate()
  const client = useQueryClient()
  useEvents((event) => {
    if (event.event === 'lead' || event.event === 'leads' || event.event === 'gap')
      void client.invalidateQueries({ queryKey: ['meetings'] })
  })
  return (
    <Page>
      <PageHeader title={t('meetings.title')} />
      <SegmentedControl
        aria-label={t('meetings.tabs.label')}
        data={TABS.map((value) => ({ value, label: t(`meetings.tabs.${value}`) }))}
        value={tab}
        onChange={(value) => void navigate({ search: { tab: TABS.find((one) => one === value) } })}
      />
      {tab === 'types' ? <Types /> : tab === 'calendar' ? <MyCalendars /> : <Agenda />}
    </Page>
  )
}
