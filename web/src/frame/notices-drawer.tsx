import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { api, done } from '../api/client.ts'
import type { Answered } from '../api/types.ts'
import { paths } from '../paths.ts'
import { Drawer } from '../ui/drawer.tsx'
import { Empty } from '../ui/empty.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Moment } from '../ui/moment.tsx'
import { sayClock } from '../ui/say-clock.ts'
import look from './notices-drawer.module.css'
import { noticesQuery } from './notices-query.ts'

type Notice = Answered<'listNotices'>['notices'][number]

function sayNotice(notice: Notice, t: TFunction): string {
  const clock = typeof notice.data.clock === 'string' ? sayClock(notice.data.clock, t) : ''
  const kind = notice.kind.split('.').at(-1)
  switch (kind) {
    case 'warned':
      return t('frame.notices.warned', { clock })
    case 'breached':
      return t('frame.notices.breached', { clock })
    case 'escalated':
      return t('frame.notices.escalated', { clock })
    case 'reassigned':
      return t('frame.notices.reassigned')
    case 'routed':
      return t('frame.notices.routed')
    case 'unroutable':
      return t('frame.notices.unroutable')
    default:
      return notice.kind
  }
}

/** What I was told, newest first. Opening it, then closing it, marks it as read. */
export function NoticesDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const query = useQuery(noticesQuery)
  const read = useMutation({
    mutationFn: (upTo: string) => done(api.POST('/api/notices/readings', { body: { upTo } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }),
  })
  const close = () => {
    const newest = query.data?.notices[0]
    if (newest !== undefined && (query.data?.unread ?? 0) > 0) read.mutate(newest.createdAt)
    onClose()
  }
  return (
    <Drawer isOpen onClose={close} title={t('frame.notices.title')} width={400}>
      <Loaded query={query}>
        {({ notices }) =>
          notices.length === 0 ? (
            <Empty title={t('frame.notices.emptyTitle')}>{t('frame.notices.empty')}</Empty>
          ) : (
            <ul>
              {notices.map((notice) => (
                <li key={notice.id} className={look.notice} data-is-new={notice.readAt === null || undefined}>
                  <span className={look.mark} data-kind={notice.kind.split('.').at(-1)} aria-hidden />
                  <div>
                    <div>{sayNotice(notice, t)}</div>
                    {notice.personId === null ? null : (
                      <Link to={paths.lead} params={{ personId: notice.personId }} onClick={close} className={look.who}>
                        {notice.name ?? t('common.unknown')}
                      </Link>
                    )}
                  </div>
                  <Moment at={notice.createdAt} className={look.when} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Drawer>
  )
}
