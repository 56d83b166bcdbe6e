import { SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'

const PLACES = [
  ['contract', paths.agreement],
  ['promises', paths.promises],
  ['learned', paths.learned],
] as const

/** The contract, and what came of its promises, and the scores it may name: sides of one place. */
export function AgreementTabs({ here }: { here: 'contract' | 'promises' | 'learned' }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <SegmentedControl
      aria-label={t('promises.tabs.label')}
      data={[
        { value: 'contract', label: t('promises.tabs.contract') },
        { value: 'promises', label: t('promises.tabs.promises') },
        { value: 'learned', label: t('promises.tabs.learned') },
      ]}
      value={here}
      onChange={(value) => void navigate({ to: PLACES.find(([name]) => name === value)?.[1] ?? paths.agreement })}
    />
  )
}
