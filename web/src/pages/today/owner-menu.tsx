import { Menu, ScrollArea } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import { usersQuery } from '../../story/use-names.ts'
import { OwnerButton } from './owner-button.tsx'

type Props = { isOpen: boolean; owner: string; label: string; onChange: (owner: string) => void }

/** The choices of the owner filter. */
export function OwnerMenu({ isOpen, owner, label, onChange }: Props) {
  const { t } = useTranslation()
  const me = useSession().user.id
  const users = useQuery(usersQuery).data?.users ?? []
  const colleagues = users.filter((user) => user.isActive && user.id !== me && user.team?.side === 'sales')
  const tick = (one: string) => (one === owner ? <IconCheck size={14} aria-hidden /> : null)
  return (
    <Menu position="bottom-end" width={248} defaultOpened={isOpen}>
      <Menu.Target>
        <OwnerButton label={label} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item rightSection={tick('me')} onClick={() => onChange('me')}>
          {t('today.mine')}
        </Menu.Item>
        <Menu.Item rightSection={tick('all')} onClick={() => onChange('all')}>
          {t('today.everyones')}
        </Menu.Item>
        <Menu.Item rightSection={tick('nobody')} onClick={() => onChange('nobody')}>
          {t('today.nobodys')}
        </Menu.Item>
        {colleagues.length === 0 ? null : <Menu.Label>{t('today.colleagues')}</Menu.Label>}
        <ScrollArea.Autosize mah={320} type="auto">
          {colleagues.map((user) => (
            <Menu.Item
              key={user.id}
              rightSection={tick(user.id) ?? <span className="quiet small tnum">{user.openLeads}</span>}
              onClick={() => onChange(user.id)}
            >
              {user.name}
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  )
}
