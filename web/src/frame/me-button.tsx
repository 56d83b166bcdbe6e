import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/session.ts'
import look from './me-menu.module.css'

/** Oneself, at the foot of the rail. */
export function MeButton(props: ComponentProps<'button'>) {
  const { t } = useTranslation()
  const { user } = useSession()
  return (
    <button type="button" {...props} className={look.me} aria-label={t('frame.me', { name: user.name })}>
      <span className={look.face} data-side={user.side ?? undefined} aria-hidden>
        {initialsOf(user.name)}
      </span>
      <span className={look.names}>
        <span className="cut">{user.name}</span>
        <span className={look.role}>{user.teamName ?? t(`common.role.${user.role}`)}</span>
      </span>
    </button>
  )
}

function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== '')
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.[0] ?? '')
  return letters.join('').toUpperCase()
}
