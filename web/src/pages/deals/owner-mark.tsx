import { useTranslation } from 'react-i18next'
import type { UserRef } from '../../api/types.ts'
import look from './owner-mark.module.css'

/** A colleague by their initials; the name is said on hover and to ears. */
export function OwnerMark({ user }: { user: UserRef | null }) {
  const { t } = useTranslation()
  const name = user?.name ?? t('common.nobody')
  return (
    <span className={look.mark} data-is-nobody={user === null || undefined} title={name}>
      <span aria-hidden>{user === null ? '–' : initialsOf(user.name)}</span>
      <span className="hidden-words">{name}</span>
    </span>
  )
}

function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter((one) => one !== '')
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
    .map((one) => one?.[0] ?? '')
    .join('')
    .toUpperCase()
}
