import { SegmentedControl } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../../keys/use-keys.ts'
import { paths } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { MoreRows } from '../../ui/more-rows.tsx'
import look from './mail.module.css'
import { type ThreadRow, threadsQuery } from './queries.ts'
import { ThreadDrawer } from './thread-drawer.tsx'

const route = getRouteApi('/framed/mail')

/** The latest conversations, each one line; those in which an answer is owed say so. */
export function ThreadList() {
  const { t } = useTranslation()
  const { whose = 'mine', thread } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useInfiniteQuery({ ...threadsQuery(whose), refetchInterval: 20_000 })
  const rows = query.data?.pages.flatMap((page) => page.threads) ?? []
  const [at, setAt] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const go = (next: number) => {
    const place = Math.max(0, Math.min(next, rows.length - 1))
    setAt(place)
    list.current?.querySelectorAll('button')[place]?.focus()
  }
  const open = (id: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, thread: id }), resetScroll: false })
  const isOff = thread !== undefined
  useKeys(t('mail.views.threads'), [
    { keys: ['j', 'arrowdown'], says: t('mail.keys.next'), run: () => go(at + 1), isOff },
    { keys: ['k', 'arrowup'], says: t('mail.keys.previous'), run: () => go(at - 1), isOff },
  ])
  return (
    <>
      <div className={look.bar}>
        <SegmentedControl
          aria-label={t('mail.views.threads')}
          value={whose}
          data={[
            { value: 'mine', label: t('mail.mine') },
            { value: 'all', label: t('mail.everybodys') },
          ]}
          onChange={(value) => void navigate({ search: value === 'all' ? { whose: 'all' } : {} })}
        />
      </div>
      <Loaded query={query}>
        {() =>
          rows.length === 0 ? (
            <Empty title={t('mail.noThreads')} action={<Link to={paths.settingsMailboxes}>{t('mail.connect')}</Link>}>
              {t('mail.noThreadsWhy')}
            </Empty>
          ) : (
            <>
              <ul className={look.list} ref={list}>
                {rows.map((row, index) => (
                  <li key={row.id}>
                    <ThreadLine row={row} isChosen={index === at} onOpen={() => open(row.id)} />
                  </li>
                ))}
              </ul>
              <MoreRows pages={query} label={t('mail.older')} />
            </>
          )
        }
      </Loaded>
      {thread !== undefined && <ThreadDrawer thread={{ threadId: thread }} onClose={() => open(undefined)} />}
    </>
  )
}

function ThreadLine({ row, isChosen, onOpen }: { row: ThreadRow; isChosen: boolean; onOpen: () => void }) {
  const { t } = useTranslation()
  return (
    <button type="button" className={look.row} data-is-chosen={isChosen || undefined} onClick={onOpen}>
      <span className={look.who}>{row.people.map((person) => person.name).join(', ') || t('common.unknown')}</span>
      <span className={look.what}>
        <span className={look.subject}>{row.subject || t('mail.noSubject')}</span>{' '}
        <span className={look.excerpt}>{row.last.text}</span>
      </span>
      <span className={look.tags}>
        {row.hasBounce && <span className={look.bad}>{t('mail.bounced')}</span>}
        {row.isOurTurn && <span className={look.turn}>{t('mail.ourTurn')}</span>}
        <Moment at={row.lastAt} className="quiet small" />
      </span>
    </button>
  )
}
