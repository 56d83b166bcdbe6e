import { useMantineColorScheme } from '@mantine/core'
import {
  IconCoins,
  IconDeviceDesktop,
  IconHeartHandshake,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSettings,
  IconSun,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/session.ts'
import { paths } from '../paths.ts'
import { PLACES, toolsFor, UNDER } from './places.ts'
import { useChooseLanguage } from './use-choose-language.ts'
import { useSignOut } from './use-sign-out.ts'

export type PaletteItem = {
  id: string
  group: string
  label: string
  aside?: string | undefined
  icon: ReactNode
  mark?: ReactNode
  keys?: string
  run: () => void
}

/** Every page and every action that is not about one record. */
export function usePaletteActions(onKeys: () => void): PaletteItem[] {
  const { user } = useSession()
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { setColorScheme } = useMantineColorScheme()
  const chooseLanguage = useChooseLanguage()
  const signOut = useSignOut()
  const icon = { size: 18, stroke: 1.6 } as const
  const go = t('frame.palette.go')
  const act = t('frame.palette.do')
  return [
    ...[...PLACES, ...UNDER, ...toolsFor(user.role)].map(({ id, to, Icon, letter }) => ({
      id,
      group: go,
      label: t(`frame.places.${id}`),
      icon: <Icon {...icon} />,
      keys: `g ${letter}`,
      run: () => void navigate({ to }),
    })),
    {
      id: 'promises',
      group: go,
      label: t('frame.palette.promises'),
      icon: <IconHeartHandshake {...icon} />,
      run: () => void navigate({ to: paths.promises }),
    },
    {
      id: 'attribution',
      group: go,
      label: t('frame.palette.attribution'),
      icon: <IconCoins {...icon} />,
      run: () => void navigate({ to: paths.attribution }),
    },
    {
      id: 'settings',
      group: go,
      label: t('frame.palette.settings'),
      icon: <IconSettings {...icon} />,
      run: () => void navigate({ to: paths.settings }),
    },
    {
      id: 'light',
      group: act,
      label: t('frame.actions.light'),
      icon: <IconSun {...icon} />,
      run: () => setColorScheme('light'),
    },
    {
      id: 'dark',
      group: act,
      label: t('frame.actions.dark'),
      icon: <IconMoon {...icon} />,
      run: () => setColorScheme('dark'),
    },
    {
      id: 'auto',
      group: act,
      label: t('frame.actions.auto'),
      icon: <IconDeviceDesktop {...icon} />,
      run: () => setColorScheme('auto'),
    },
    {
      id: 'en',
      group: act,
      label: t('frame.actions.english'),
      icon: <IconLanguage {...icon} />,
      run: () => chooseLanguage('en'),
    },
    {
      id: 'fr',
      group: act,
      label: t('frame.actions.french'),
      icon: <IconLanguage {...icon} />,
      run: () => chooseLanguage('fr'),
    },
    {
      id: 'keys',
      group: act,
      label: t('frame.actions.keys'),
      icon: <IconKeyboard {...icon} />,
      keys: '?',
      run: onKeys,
    },
    {
      id: 'sign-out',
      group: act,
      label: t('frame.actions.signOut'),
      icon: <IconLogout {...icon} />,
      run: () => void signOut(),
    },
  ]
}
