import { useTranslation } from 'react-i18next'
import { useSession } from '../api/session.ts'
import type { UserRef } from '../api/types.ts'

/** A colleague by name; "you" for oneself; "Nobody" where nobody is. */
export function UserText({ user }: { user: UserRef | null }) {
  const { t } = useTranslation()
  const me = useSession().user.id
  if (user === null) return <span className="quiet">{t('common.nobody')}</span>
  return <span>{user.id === me ? `${user.name} (${t('common.you')})` : user.name}</span>
}
