import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done } from '../api/client.ts'
import { paths } from '../paths.ts'
import { serverNow } from '../ui/clock.ts'
import { Drawer } from '../ui/drawer.tsx'
import { Empty } from '../ui/empty.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { sayDate } from '../ui/say-day.ts'
import { sayRefused } from '../ui/toast.ts'
import { groupNotices, type NoticeGroup } from './group-notices.ts'
import { NoticeEntry } from './notice-entry.tsx'
import { noticeTarget } from './notice-target.ts'
import look from './notices-drawer.module.css'
import { noticesQuery } from './notices-query.ts'

const MOST = 100

/** What I was told, newest first, by day and lead. Opening one marks it as read; so does r, and all at once the button. */
export function NoticesDrawer({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const client = useQueryClient()
  const navigate = useNavigate()
  const query = useQuery(noticesQuery)
  const list = useRef<HTMLDivElement>(null)
  const read = useMutation({
    mutationFn: (body: { upTo: string } | { ids: string[] }) => done(api.POST('/api/notices/readings', { body })),
    onMutate: (body) => {
      const readAt = new Date(serverNow()).toISOString()
      client.setQueryData(noticesQuery.queryKey, (old) => {
        if (old === undefined) return old
        const isMeant = (id: string) => 'upTo' in body || body.ids.includes(id)
        const count = old.notices.filter(({ id, readAt: at }) => at === null && isMeant(id)).length
        const notices = old.notices.map((one) => (one.readAt === null && isMeant(one.id) ? { ...one, readAt } : one))
        return { unread: 'upTo' in body ? 0 : Math.max(0, old.unread - count), notices }
      })
    },
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  })
  const readGroup = ({ notices }: NoticeGroup) => {
    const ids = notices.flatMap(({ id, readAt }) => (readAt === null ? [id] : []))
    if (ids.length > 0) read.mutate({ ids })
  }
  const open = (group: NoticeGroup) => {
    readGroup(group)
    const [newest] = group.notices
    const target = newest === undefined ? null : noticeTarget(newest)
    if (target === null) return
    onClose()
    void navigate(target)
  }
  const move = (event: KeyboardEvent) => {
    const step =
      event.key === 'j' || event.key === 'ArrowDown' ? 1 : event.key === 'k' || event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || event.metaKey || event.ctrlKey || event.altKey) return
    const entries = [...(list.current?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])]
    const at = document.activeElement instanceof HTMLElement ? entries.indexOf(document.activeElement) : -1
    entries[Math.min(entries.length - 1, Math.max(0, at + step))]?.focus()
    event.preventDefault()
  }
  const now = serverNow()
  const sayDayOf = (at: string) =>
    isSameDay(Date.parse(at), now) ? t('frame.notices.today') : sayDate(at, i18n.language)
  const data = query.data
  const newest = data?.notices[0]
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={t('frame.notices.title')}
      width={440}
      footer={
        <div className={look.foot}>
          <Button
            disabled={newest === undefined || data?.unread === 0}
            onClick={() => newest !== undefined && read.mutate({ upTo: newest.createdAt })}
          >
            {t('frame.notices.readAll')}
          </Button>
          <Link to={paths.settings} onClick={onClose} className={look.choose}>
            {t('frame.notices.choose')}
          </Link>
        </div>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the entries have the focus, the keys move between them */}
      <div ref={list} onKeyDown={move}>
        <Loaded query={query}>
          {({ notices }) =>
            notices.length === 0 ? (
              <Empty title={t('frame.notices.emptyTitle')}>{t('frame.notices.empty')}</Empty>
            ) : (
              <>
                {groupNotices(notices).map(({ day, groups }) => (
                  <section key={day}>
                    <h3 className={look.day}>{sayDayOf(groups[0]?.notices[0]?.createdAt ?? '')}</h3>
                    <ul>
                      {groups.map((group) => (
                        <NoticeEntry
                          key={group.key}
                          group={group}
                          onOpen={() => open(group)}
                          onRead={() => readGroup(group)}
                        />
                      ))}
                    </ul>
                  </section>
                ))}
                <p className={look.keys}>
                  <span className={look.wideOnly}>{t('frame.notices.keys')}. </span>
                  {notices.length >= MOST ? t('frame.notices.only') : ''}
                </p>
              </>
            )
          }
        </Loaded>
      </div>
    </Drawer>
  )
}

function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString()
}
