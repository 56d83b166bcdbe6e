import { Menu } from '@mantine/core'
import { IconBell, IconDots, IconSearch } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import look from './bottom-bar.module.css'
import { MeItems } from './me-menu.tsx'
import { useUnread } from './notices-query.ts'
import { PLACES, TOOLS } from './places.ts'

/** The places at thumb's reach, on a phone. */
export function BottomBar({ onSearch, onNotices }: { onSearch: () => void; onNotices: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const unread = useUnread()
  return (
    <nav className={look.bar} aria-label={t('frame.main')}>
      {PLACES.map(({ id, to, Icon }) => (
        <Link
          key={id}
          to={to}
          className={look.place}
          activeProps={{ 'data-is-here': true }}
          activeOptions={{ exact: to === '/', includeSearch: false }}
        >
          <Icon size={22} stroke={1.6} aria-hidden />
          {t(`frame.places.${id}`)}
        </Link>
      ))}
      <Menu position="top-end" width={248}>
        <Menu.Target>
          <button type="button" className={look.place}>
            <IconDots size={22} stroke={1.6} aria-hidden />
            {t('frame.places.more')}
            {unread === 0 ? null : (
              <span className={look.dot} role="img" aria-label={t('frame.notices.unread', { count: unread })} />
            )}
          </button>
        </Menu.Target>
        <Menu.Dropdown className={look.menu}>
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
          {TOOLS.map(({ id, to, Icon }) => (
            <Menu.Item key={id} leftSection={<Icon size={16} stroke={1.6} />} onClick={() => void navigate({ to })}>
              {t(`frame.places.${id}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <MeItems />
        </Menu.Dropdown>
      </Menu>
    </nav>
  )
}
