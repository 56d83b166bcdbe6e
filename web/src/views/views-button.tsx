import { IconBookmark, IconChevronDown } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import look from './views-button.module.css'

/** The button that says which view is open. */
export function ViewsButton({ name, ...props }: ComponentProps<'button'> & { name: string | undefined }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      {...props}
      className={look.button}
      aria-label={name === undefined ? t('frame.views.title') : t('frame.views.open', { name })}
    >
      <IconBookmark size={16} stroke={1.6} aria-hidden />
      <span className={look.name}>{name ?? t('frame.views.title')}</span>
      <IconChevronDown size={14} stroke={1.8} aria-hidden />
    </button>
  )
}
