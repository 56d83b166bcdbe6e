import { Menu, useMantineColorScheme } from '@mantine/core'
import {
  IconBook2,
  IconCheck,
  IconDeviceDesktop,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSettings,
  IconSun,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../i18n/i18n.ts'
import { paths } from '../paths.ts'
import { MeButton } from './me-button.tsx'
import { useChooseLanguage } from './use-choose-language.ts'
import { useSignOut } from './use-sign-out.ts'

const SCHEMES = [
  { id: 'light', Icon: IconSun },
  { id: 'dark', Icon: IconMoon },
  { id: 'auto', Icon: IconDeviceDesktop },
] as const

/** Oneself: language, theme, keys, sign out. */
export function MeMenu({ onKeys, isOpen }: { onKeys: () => void; isOpen: boolean }) {
  return (
    <Menu position="top-start" width={232} defaultOpened={isOpen}>
      <Menu.Target>
        <MeButton />
      </Menu.Target>
      <Menu.Dropdown>
        <MeItems onKeys={onKeys} />
      </Menu.Dropdown>
    </Menu>
  )
}

export function MeItems({ onKeys }: { onKeys?: () => void }) {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const chooseLanguage = useChooseLanguage()
  const signOut = useSignOut()
  const tick = <IconCheck size={14} aria-hidden />
  const language = currentLanguage()
  return (
    <>
      <Menu.Label>{t('frame.language')}</Menu.Label>
      <Menu.Item
        leftSection={<IconLanguage size={16} stroke={1.6} />}
        rightSection={language === 'en' ? tick : null}
        onClick={() => chooseLanguage('en')}
        lang="en"
      >
        {t('frame.actions.english')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconLanguage size={16} stroke={1.6} />}
        rightSection={language === 'fr' ? tick : null}
        onClick={() => chooseLanguage('fr')}
        lang="fr"
      >
        {t('frame.actions.french')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Label>{t('frame.theme')}</Menu.Label>
      {SCHEMES.map(({ id, Icon }) => (
        <Menu.Item
          key={id}
          leftSection={<Icon size={16} stroke={1.6} />}
          rightSection={colorScheme === id ? tick : null}
          onClick={() => setColorScheme(id)}
        >
          {t(`frame.actions.${id}`)}
        </Menu.Item>
      ))}
      <Menu.Divider />
      {onKeys === undefined ? null : (
        <Menu.Item leftSection={<IconKeyboard size={16} stroke={1.6} />} onClick={onKeys}>
          {t('frame.actions.keys')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconSettings size={16} stroke={1.6} />} component={Link} to={paths.settings}>
        {t('frame.palette.settings')}
      </Menu.Item>
      <Menu.Item leftSection={<IconBook2 size={16} stroke={1.6} />} component="a" href="/docs">
        {t('frame.actions.apiDocs')}
      </Menu.Item>
      <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} />} onClick={() => void signOut()}>
        {t('frame.actions.signOut')}
      </Menu.Item>
    </>
  )
}
