import { IconCheck, IconCircleX, IconMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Moment } from '../../ui/moment.tsx'
import type { DealRow } from './queries.ts'
import look from './status-text.module.css'

const ICONS = { won: IconCheck, lost: IconCircleX, undecided: IconMinus } as const

/** How a deal ended, and when; nothing while it is open. */
export function StatusText({ status, at = null }: { status: DealRow['status']; at?: string | null }) {
  const { t } = useTranslation()
  if (status === 'open') return null
  const Icon = ICONS[status]
  return (
    <span className={look.status} data-status={status}>
      <Icon size={13} stroke={2} aria-hidden />
      {t(`deals.status.${status}`)}
      {at === null ? null : (
        <span className={look.at}>
          <Moment at={at} />
        </span>
      )}
    </span>
  )
}
