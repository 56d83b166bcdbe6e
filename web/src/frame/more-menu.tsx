import { Menu } from '@mantine/core'
import { IconBell, IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/session.ts'
import look from './bottom-bar.module.css'
import { MeItems } from './me-menu.tsx'
import { MoreButton } from './more-button.tsx'
import { useUnread } from './notices-query.ts'
import { PLACES, toolsFor, underFor } from './places.ts'

type Props = { isOpen: boolean; onSearch: () => void; onNotices: () => void }

/** Search, notices, tools and oneself, on a phone. */
export function MoreMenu({ isOpen, onSearch, onNotices }: Props) {
  const { user } = useSession()
  const { t } = useTranslation()
  const navigate = useNavigate()
  const unread = useUnread()
  return (
    <Menu position="top-end" width={248} defaultOpened={isOpen}>
      <Menu.Target>
        <MoreButton />
      </Menu.Target>
      <Menu.Dropdown className={look.menu ?? ''}>
        <Menu.Item leftSection={<IconSearch size={16} stroke={1.6} />} onClick={onSearch}>
          {t('frame.search')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBell size={16} stroke={1.6} />}
          rightSection={unread === 0 ? null : unread}
          onClick={onNotices}
        >
          {t('frame.notices.open')}
        </Menu.Item>
        <Menu.Divider />
        {[...PLACES.filter((place) => 'isWideOnly' in place), ...underFor(user.role), ...toolsFor(user.role)].map(
          ({ id, to, Icon }) => (
            <Menu.Item key={id} leftSection={<Icon size={16} stroke={1.6} />} onClick={() => void navigate({ to })}>
              {t(`frame.places.${id}`)}
            </Menu.Item>
          ),
        )}
        <Menu.Divider />
        <MeItems />
      </Menu.Dropdown>
    </Menu>
  )
}
