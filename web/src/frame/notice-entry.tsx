import { ActionIcon } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Moment } from '../ui/moment.tsx'
import type { NoticeGroup } from './group-notices.ts'
import look from './notices-drawer.module.css'
import { sayNotice, sayNoticeAbout, sayNoticeMore } from './say-notice.ts'

const MOST_LINES = 3

/** What happened about one lead or thing: the newest in full, what came before it in short. */
export function NoticeEntry({ group, onOpen, onRead }: { group: NoticeGroup; onOpen: () => void; onRead: () => void }) {
  const { t } = useTranslation()
  const [newest, ...before] = group.notices
  if (newest === undefined) return null
  const about = sayNoticeAbout(newest, t)
  const more = sayNoticeMore(newest)
  return (
    <li className={look.notice} data-is-new={group.isNew || undefined}>
      <button
        type="button"
        data-entry
        className={look.entry}
        onClick={onOpen}
        onKeyDown={(event) => {
          if (event.key !== 'r' || event.metaKey || event.ctrlKey) return
          event.preventDefault()
          onRead()
        }}
      >
        <span className={look.mark} data-kind={newest.kind} aria-hidden />
        <span className={look.words}>
          <span>
            {sayNotice(newest, t)}
            {group.isNew && (
              <span className="hidden-words">
                , {t('frame.notices.unread', { count: group.notices.filter((one) => one.readAt === null).length })}
              </span>
            )}
          </span>
          {about !== '' && <span className={look.who}>{about}</span>}
          {more !== '' && <span className={look.more}>{more}</span>}
          {before.slice(0, MOST_LINES).map((notice) => (
            <span key={notice.id} className={look.before}>
              {sayNotice(notice, t)} · <Moment at={notice.createdAt} />
            </span>
          ))}
        </span>
        <Moment at={newest.createdAt} className={look.when} />
      </button>
      {group.isNew && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${t('frame.notices.readOne')}: ${about}`}
          title={t('frame.notices.readOne')}
          onClick={onRead}
        >
          <IconCheck size={15} stroke={1.8} aria-hidden />
        </ActionIcon>
      )}
    </li>
  )
}
