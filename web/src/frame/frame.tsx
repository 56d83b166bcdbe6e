import { useDisclosure } from '@mantine/hooks'
import { Outlet, useNavigate, useRouter } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/session.ts'
import { IncomingCalls } from '../calls/incoming-calls.tsx'
import { useLiveQueries } from '../events/use-live-queries.ts'
import { useKeys } from '../keys/use-keys.ts'
import { lazyForms } from '../theme/with-forms.tsx'
import { BottomBar } from './bottom-bar.tsx'
import look from './frame.module.css'
import { LivePill } from './live-pill.tsx'
import { PLACES, toolsFor, UNDER } from './places.ts'
import { Rail } from './rail.tsx'
import { useReadyPlaces } from './use-ready-places.ts'
import { WaitingPill } from './waiting-pill.tsx'

const Palette = lazyForms(() => import('./palette.tsx').then((module) => module.Palette))
const NoticesDrawer = lazyForms(() => import('./notices-drawer.tsx').then((module) => module.NoticesDrawer))
const KeysHelp = lazyForms(() => import('./keys-help.tsx').then((module) => module.KeysHelp))

/** Rail, page and live line: what surrounds every page of a signed-in person. */
export function Frame() {
  const { user } = useSession()
  const { t } = useTranslation()
  const navigate = useNavigate()
  const router = useRouter()
  const [isPaletteOpen, palette] = useDisclosure(false)
  const [isHelpOpen, help] = useDisclosure(false)
  const [areNoticesOpen, notices] = useDisclosure(false)
  useLiveQueries()
  useReadyPlaces()
  useKeys(t('frame.keys.everywhere'), [
    { keys: 'mod+k', says: t('frame.keys.search'), run: palette.toggle, alsoInFields: true },
    { keys: '/', run: palette.open },
    { keys: '?', says: t('frame.keys.help'), run: help.open },
    ...[...PLACES, ...UNDER, ...toolsFor(user.role)].map((place) => ({
      keys: `g ${place.letter}`,
      says: t('frame.keys.goTo', { place: t(`frame.places.${place.id}`) }),
      run: () => void navigate({ to: place.to }),
    })),
    { keys: 'escape', says: t('frame.keys.back'), run: () => router.history.back() },
  ])
  return (
    <div className={look.frame}>
      <a href="#page" className={look.skip}>
        {t('frame.skip')}
      </a>
      <Rail onSearch={palette.open} onKeys={help.open} onNotices={notices.open} />
      <main id="page" className={look.main} tabIndex={-1}>
        <LivePill />
        <WaitingPill />
        <Outlet />
      </main>
      <BottomBar onSearch={palette.open} onNotices={notices.open} />
      <IncomingCalls />
      <Suspense>
        {areNoticesOpen ? <NoticesDrawer onClose={notices.close} /> : null}
        {isPaletteOpen ? <Palette onClose={palette.close} onKeys={help.open} /> : null}
        {isHelpOpen ? <KeysHelp onClose={help.close} /> : null}
      </Suspense>
    </div>
  )
}
