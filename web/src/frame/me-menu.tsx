import { Menu, useMantineColorScheme } from '@mantine/core'
import {
  IconBook2,
  IconCheck,
  IconDeviceDesktop,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/session.ts'
import { currentLanguage } from '../i18n/i18n.ts'
import look from './me-menu.module.css'
import { useChooseLanguage } from './use-choose-language.ts'
import { useSignOut } from './use-sign-out.ts'

const SCHEMES = [
  { id: 'light', Icon: IconSun },
  { id: 'dark', Icon: IconMoon },
  { id: 'auto', Icon: IconDeviceDesktop },
] as const

/** Oneself: language, theme, keys, sign out. */
export function MeMenu({ onKeys }: { onKeys: () => void }) {
  const { t } = useTranslation()
  const { user } = useSession()
  return (
    <Menu position="top-start" width={232}>
      <Menu.Target>
        <button type="button" className={look.me} aria-label={t('frame.me', { name: user.name })}>
          <span className={look.face} data-side={user.side ?? undefined} aria-hidden>
            {initialsOf(user.name)}
          </span>
          <span className={look.names}>
            <span className="cut">{user.name}</span>
            <span className={look.role}>{user.teamName ?? t(`common.role.${user.role}`)}</span>
          </span>
        </button>
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
      <Menu.Item leftSection={<IconBook2 size={16} stroke={1.6} />} component="a" href="/docs">
        {t('frame.actions.apiDocs')}
      </Menu.Item>
      <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} />} onClick={() => void signOut()}>
        {t('frame.actions.signOut')}
      </Menu.Item>
    </>
  )
}

function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== '')
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.[0] ?? '')
  return letters.join('').toUpperCase()
}
