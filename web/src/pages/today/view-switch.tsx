import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Leads one by one, or what runs out next in the team. */
export function ViewSwitch({ view, onChange }: { view: 'leads' | 'team'; onChange: () => void }) {
  const { t } = useTranslation()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('today.view.label')}
      value={view}
      onChange={onChange}
      data={[
        { value: 'leads', label: t('today.view.leads') },
        { value: 'team', label: t('today.view.team') },
      ]}
    />
  )
}
