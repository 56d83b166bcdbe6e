import { IconMoon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import { useNow } from '../../ui/clock.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { sayDate } from '../../ui/say-day.ts'
import { lastDayOf } from './absence-days.ts'
import type { UserView } from './queries.ts'
import look from './team.module.css'

/** A colleague: who, in which role, with how many open leads, and whether away. */
export function PersonRow({ user, onOpen }: { user: UserView; onOpen: () => void }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const me = useSession().user.id
  return (
    <button type="button" className={look.person} data-inactive={!user.isActive || undefined} onClick={onOpen}>
      <span className={look.personName}>
        {user.name}
        {user.id === me && <span className="quiet"> ({t('team.you')})</span>}
      </span>
      <span className={look.openLeads}>
        {user.openLeads === 0
          ? t('team.noOpenLeads')
          : t('team.openLeads', { count: user.openLeads }).replace(String(user.openLeads), count(user.openLeads))}
      </span>
      <span className="quiet small">
        {t(`common.role.${user.role}`)}
        {!user.isActive && ` · ${t('team.inactive')}`}
        {user.isActive && !user.canSignIn && ` · ${t('team.notInvited')}`}
      </span>
      <Away user={user} />
    </button>
  )
}

function Away({ user }: { user: UserView }) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const current = user.absences.find((one) => Date.parse(one.startsAt) <= now && now < Date.parse(one.endsAt))
  const next = user.absences
    .filter((one) => Date.parse(one.startsAt) > now)
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))[0]
  if (current !== undefined) {
    return (
      <span className={look.away}>
        <IconMoon size={13} stroke={1.8} aria-hidden />
        {t('team.away', { when: sayDate(lastDayOf(current), i18n.language, 'short') })}
      </span>
    )
  }
  if (next === undefined) return <span />
  return (
    <span className="quiet small">{t('team.awayNext', { when: sayDate(next.startsAt, i18n.language, 'short') })}</span>
  )
}
