import { SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'

const PLACES = [
  ['list', paths.campaigns],
  ['costs', paths.campaignCosts],
  ['channels', paths.campaignChannels],
  ['links', paths.campaignLinks],
] as const

/** The sides of one place: campaigns, what they cost, how channels are named, and their links. */
export function CampaignTabs({ here }: { here: (typeof PLACES)[number][0] }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <SegmentedControl
      aria-label={t('campaigns.tabs.label')}
      data={PLACES.map(([value]) => ({ value, label: t(`campaigns.tabs.${value}`) }))}
      value={here}
      onChange={(value) => void navigate({ to: PLACES.find(([name]) => name === value)?.[1] ?? paths.campaigns })}
    />
  )
}
