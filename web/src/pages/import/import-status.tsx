import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconCircleDashed,
  IconHandStop,
  IconLoader,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import look from './import.module.css'
import type { ImportView } from './queries.ts'

const ICONS = {
  uploaded: IconCircleDashed,
  queued: IconLoader,
  running: IconLoader,
  done: IconCheck,
  failed: IconAlertTriangle,
  cancelled: IconHandStop,
  undoing: IconArrowBackUp,
  undone: IconArrowBackUp,
} as const

/** Where an import stands, by icon and word. */
export function ImportStatus({ status }: { status: ImportView['status'] }) {
  const { t } = useTranslation()
  const Icon = ICONS[status]
  return (
    <span className={look.status} data-status={status}>
      <Icon size={14} stroke={1.8} aria-hidden />
      {t(`importing.status.${status}`)}
    </span>
  )
}
