import { IconBell, IconSearch } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/session.ts'
import { paths } from '../paths.ts'
import { lazyForms } from '../theme/with-forms.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { WhenWanted } from '../ui/when-wanted.tsx'
import { MeButton } from './me-button.tsx'
import { useUnread } from './notices-query.ts'
import { PLACES, placeAt, toolsFor, UNDER, underFor } from './places.ts'
import look from './rail.module.css'

const MeMenu = lazyForms(() => import('./me-menu.tsx').then((module) => module.MeMenu))

type Props = { onSearch: () => void; onKeys: () => void; onNotices: () => void }

/** The left rail: the places that exist, tools at the foot, oneself last. */
export function Rail({ onSearch, onKeys, onNotices }: Props) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const isAtPromises = pathname === paths.promises
  const here = placeAt(pathname)
  const { company, user } = useSession()
  const unread = useUnread()
  return (
    <nav className={look.rail} aria-label={t('frame.main')}>
      <div className={look.head}>
        <img src="/mark.svg" alt="" width={24} height={24} className={look.mark} />
        <span className={look.company} title={company}>
          {company}
        </span>
        <button
          type="button"
          className={look.bell}
          onClick={onNotices}
          aria-label={`${t('frame.notices.open')}, ${t('frame.notices.unread', { count: unread })}`}
        >
          <IconBell size={18} stroke={1.6} aria-hidden />
          {unread === 0 ? null : <span className={look.unread}>{unread > 99 ? '99+' : unread}</span>}
        </button>
      </div>
      <button type="button" className={look.search} onClick={onSearch} aria-label={t('frame.search')}>
        <IconSearch size={16} stroke={1.8} aria-hidden />
        <span className={look.word}>{t('frame.search')}</span>
        <KeyHint keys="mod+k" />
      </button>
      <ul className={look.places}>
        {PLACES.flatMap((place) => [
          place,
          ...underFor(user.role).filter((one) => one.under === place.id && place.id === here),
        ]).map(({ id, to, Icon }) => (
          <li key={id} data-is-under={UNDER.some((one) => one.id === id) || undefined}>
            <Link
              to={to}
              className={look.place}
              data-is-here={(id === 'agreement' && isAtPromises) || undefined}
              activeProps={{ 'data-is-here': true }}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              title={t(`frame.places.${id}`)}
            >
              <Icon size={18} stroke={1.6} aria-hidden />
              <span className={look.word}>{t(`frame.places.${id}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <ul className={look.foot} aria-label={t('frame.foot')}>
        {toolsFor(user.role).map(({ id, to, Icon }) => (
          <li key={id}>
            <Link
              to={to}
              className={look.place}
              activeProps={{ 'data-is-here': true }}
              activeOptions={{ includeSearch: false }}
              title={t(`frame.places.${id}`)}
            >
              <Icon size={18} stroke={1.6} aria-hidden />
              <span className={look.word}>{t(`frame.places.${id}`)}</span>
            </Link>
          </li>
        ))}
        <li className={look.me}>
          <WhenWanted
            still={(handlers) => <MeButton {...handlers} />}
            live={(isOpen) => <MeMenu onKeys={onKeys} isOpen={isOpen} />}
          />
        </li>
      </ul>
    </nav>
  )
}
