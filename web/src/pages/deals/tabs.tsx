import { SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'

const PLACES = [
  ['board', paths.deals],
  ['list', paths.dealsList],
  ['forecast', paths.dealsForecast],
  ['results', paths.dealsResults],
] as const

export type DealsPlace = (typeof PLACES)[number][0]

/** The sides of deals: the board and the list keep their filters when one goes over to the other. */
export function DealTabs({ here }: { here: DealsPlace }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const go = (place: string) => {
    if (place === 'board' || place === 'list') {
      const to = place === 'board' ? paths.deals : paths.dealsList
      const keeps = here === 'board' || here === 'list'
      void navigate({ to, search: (before) => (keeps ? { ...before, deal: undefined, person: undefined } : {}) })
    } else {
      void navigate({ to: place === 'forecast' ? paths.dealsForecast : paths.dealsResults, search: {} })
    }
  }
  return (
    <SegmentedControl
      aria-label={t('deals.tabs.label')}
      data={PLACES.map(([value]) => ({ value, label: t(`deals.tabs.${value}`) }))}
      value={here}
      onChange={go}
    />
  )
}
