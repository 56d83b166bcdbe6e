import { SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'

/** The contract, and what came of its promises: two sides of one place. */
export function AgreementTabs({ here }: { here: 'contract' | 'promises' }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <SegmentedControl
      aria-label={t('promises.tabs.label')}
      data={[
        { value: 'contract', label: t('promises.tabs.contract') },
        { value: 'promises', label: t('promises.tabs.promises') },
      ]}
      value={here}
      onChange={(value) => void navigate({ to: value === 'promises' ? paths.promises : paths.agreement })}
    />
  )
}
