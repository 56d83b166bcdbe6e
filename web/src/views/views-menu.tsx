import { Menu, ScrollArea } from '@mantine/core'
import { IconCheck, IconHome, IconPencil, IconPlus, IconRefresh, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../api/session.ts'
import type { SavedView, ViewPage } from './queries.ts'
import { useViewActs } from './use-view-acts.ts'
import { ViewDialog } from './view-dialog.tsx'
import { ViewsButton } from './views-button.tsx'
import look from './views-menu.module.css'

type Props = {
  page: ViewPage
  isOpen: boolean
  /** What of the address a view would keep now. */
  search: string
  views: readonly SavedView[]
  /** The view whose filters are those of the page. */
  open: SavedView | undefined
  /** The view that was open last, whatever has been changed since. */
  last: SavedView | undefined
  onChoose: (view: SavedView | null) => void
}

/** All the views of a page, and what can be done with the one that is open. */
export function ViewsMenu({ page, isOpen, search, views, open, last, onChoose }: Props) {
  const { t } = useTranslation()
  const acts = useViewActs(page)
  const isAdmin = useIsRole('admin')
  const maySave = useIsRole('admin', 'manager', 'marketer', 'seller')
  const [asking, setAsking] = useState<{ view: SavedView | null } | null>(null)
  const icon = { size: 15, stroke: 1.7, 'aria-hidden': true } as const
  const groups = [
    { title: t('views.mine'), views: views.filter((view) => view.isMine) },
    { title: t('views.shared'), views: views.filter((view) => !view.isMine) },
  ]
  const changed = open === undefined && last?.isMine === true && search !== '' ? last : undefined
  return (
    <>
      <Menu position="bottom-end" width={280} defaultOpened={isOpen}>
        <Menu.Target>
          <ViewsButton name={open?.name} />
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 ? <p className={look.none}>{t('views.none')}</p> : null}
          <ScrollArea.Autosize mah={320} type="auto">
            {views.length === 0 ? null : (
              <Menu.Item rightSection={search === '' ? <IconCheck {...icon} /> : null} onClick={() => onChoose(null)}>
                {t('views.without')}
              </Menu.Item>
            )}
            {groups.map((group) =>
              group.views.length === 0 ? null : (
                <div key={group.title}>
                  <Menu.Label>{group.title}</Menu.Label>
                  {group.views.map((view) => (
                    <Menu.Item
                      key={view.id}
                      leftSection={
                        view.isDefault ? <IconHome {...icon} aria-label={t('views.isDefault')} /> : undefined
                      }
                      rightSection={
                        view.id === open?.id ? (
                          <IconCheck {...icon} />
                        ) : view.isMine ? null : (
                          <span className="quiet small">{view.owner.name}</span>
                        )
                      }
                      onClick={() => onChoose(view)}
                    >
                      {view.name}
                    </Menu.Item>
                  ))}
                </div>
              ),
            )}
          </ScrollArea.Autosize>
          {maySave ? (
            <>
              <Menu.Divider />
              {changed === undefined ? null : (
                <Menu.Item
                  leftSection={<IconRefresh {...icon} />}
                  onClick={() => acts.save.mutate({ view: changed, input: { ...changed, search } })}
                >
                  {t('views.update', { name: changed.name })}
                </Menu.Item>
              )}
              <Menu.Item leftSection={<IconPlus {...icon} />} onClick={() => setAsking({ view: null })}>
                {t('views.saveAs')}
              </Menu.Item>
              {open === undefined ? null : (
                <Menu.Item
                  leftSection={<IconHome {...icon} />}
                  onClick={() => acts.setDefault.mutate({ view: open, isDefault: !open.isDefault })}
                >
                  {t(open.isDefault ? 'views.noDefault' : 'views.makeDefault')}
                </Menu.Item>
              )}
              {open?.isMine ? (
                <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => setAsking({ view: open })}>
                  {t('views.rename')}
                </Menu.Item>
              ) : null}
              {open !== undefined && (open.isMine || isAdmin) ? (
                <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => acts.remove.mutate(open)}>
                  {t('views.remove', { name: open.name })}
                </Menu.Item>
              ) : null}
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {asking === null ? null : (
        <ViewDialog page={page} search={search} view={asking.view} onClose={() => setAsking(null)} />
      )}
    </>
  )
}
