import { IconChevronDown, IconUserCircle } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import look from './owner-button.module.css'

/** The button that says whose leads are shown. */
export function OwnerButton({ label, ...props }: ComponentProps<'button'> & { label: string }) {
  const { t } = useTranslation()
  return (
    <button type="button" {...props} className={look.button} aria-label={`${t('today.whose')}: ${label}`}>
      <IconUserCircle size={16} stroke={1.6} aria-hidden />
      <span className="cut">{label}</span>
      <IconChevronDown size={14} stroke={1.8} aria-hidden />
    </button>
  )
}
