import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../paths.ts'
import { lazyForms } from '../theme/with-forms.tsx'
import { WhenWanted } from '../ui/when-wanted.tsx'
import look from './bottom-bar.module.css'
import { MoreButton } from './more-button.tsx'
import { PLACES, placeAt } from './places.ts'

const MoreMenu = lazyForms(() => import('./more-menu.tsx').then((module) => module.MoreMenu))

/** The places at thumb's reach, on a phone. */
export function BottomBar({ onSearch, onNotices }: { onSearch: () => void; onNotices: () => void }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const isHere = (id: string) => (id === 'agreement' && pathname === paths.promises) || placeAt(pathname) === id
  return (
    <nav className={look.bar} aria-label={t('frame.main')}>
      {PLACES.filter((place) => !('isWideOnly' in place)).map(({ id, to, Icon }) => (
        <Link
          key={id}
          to={to}
          className={look.place}
          data-is-here={isHere(id) || undefined}
          activeProps={{ 'data-is-here': true }}
          activeOptions={{ exact: to === '/', includeSearch: false }}
        >
          <Icon size={22} stroke={1.6} aria-hidden />
          {t(`frame.places.${id}`)}
        </Link>
      ))}
      <WhenWanted
        still={(handlers) => <MoreButton {...handlers} />}
        live={(isOpen) => <MoreMenu isOpen={isOpen} onSearch={onSearch} onNotices={onNotices} />}
      />
    </nav>
  )
}
