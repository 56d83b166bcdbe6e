import { IconDots } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import look from './bottom-bar.module.css'
import { useUnread } from './notices-query.ts'

/** What does not fit into the bottom bar. */
export function MoreButton(props: ComponentProps<'button'>) {
  const { t } = useTranslation()
  const unread = useUnread()
  return (
    <button type="button" {...props} className={look.place}>
      <IconDots size={22} stroke={1.6} aria-hidden />
      {t('frame.places.more')}
      {unread === 0 ? null : (
        <span className={look.dot} role="img" aria-label={t('frame.notices.unread', { count: unread })} />
      )}
    </button>
  )
}
