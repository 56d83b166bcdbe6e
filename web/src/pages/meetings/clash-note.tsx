import { useTranslation } from 'react-i18next'
import look from './book.module.css'

type Clash = { what: 'meeting' | 'busy' | 'away' | 'outside hours'; title: string }

/** What the host has at a time already. Another meeting cannot be overlooked, the rest is theirs to judge. */
export function ClashNote({ clash, name }: { clash: Clash | null | undefined; name: string }) {
  const { t } = useTranslation()
  if (clash == null) return null
  const what = { meeting: 'meeting', busy: 'busy', away: 'away', 'outside hours': 'outside' } as const
  return (
    <p className={look.clash} data-is-taken={clash.what === 'meeting' || undefined} role="status">
      {t(`meetings.clash.${what[clash.what]}`, { name, title: clash.title })}
    </p>
  )
}
