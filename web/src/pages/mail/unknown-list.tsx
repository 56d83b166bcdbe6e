import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { Empty } from '../../ui/empty.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { MoreRows } from '../../ui/more-rows.tsx'
import { sayDone, sayRefused, sayUndo } from '../../ui/toast.ts'
import look from './mail.module.css'
import { type UnknownSender, unknownQuery } from './queries.ts'

const heed = (value: string) =>
  done(api.DELETE('/api/unknown-senders/ignored/{value}', { params: { path: { value } } }))

/** Who wrote and is not known: a person by one key, or left out by another. */
export function UnknownList() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const query = useInfiniteQuery({ ...unknownQuery, refetchInterval: 20_000 })
  const rows = query.data?.pages.flatMap((page) => page.senders) ?? []
  const ignored = query.data?.pages[0]?.ignored ?? []
  const [at, setAt] = useState(0)
  const chosen = rows[Math.min(at, rows.length - 1)]
  const settled = () => client.invalidateQueries({ queryKey: ['mailing'] })
  const meet = useMutation({
    mutationFn: ({ address, name }: UnknownSender) =>
      take(api.POST('/api/unknown-senders/people', { body: { address, name } })),
    onSuccess: (_, { address, name }) => sayDone(t('mail.met', { name: name || address })),
    onError: (error) => sayRefused(error),
    onSettled: settled,
  })
  const show = (value: string) => heed(value).then(settled, (error: unknown) => sayRefused(error))
  const ignore = useMutation({
    mutationFn: (value: string) => done(api.POST('/api/unknown-senders/ignored', { body: { value } })),
    onSuccess: (_, value) => sayUndo(t('mail.ignored', { value }), () => void show(value)),
    onError: (error) => sayRefused(error),
    onSettled: settled,
  })
  useKeys(t('mail.views.unknown'), [
    { keys: ['j', 'arrowdown'], says: t('mail.keys.next'), run: () => setAt(Math.min(at + 1, rows.length - 1)) },
    { keys: ['k', 'arrowup'], says: t('mail.keys.previous'), run: () => setAt(Math.max(at - 1, 0)) },
    { keys: 'm', says: t('mail.meet'), run: () => chosen !== undefined && meet.mutate(chosen) },
    { keys: 'x', says: t('mail.ignore'), run: () => chosen !== undefined && ignore.mutate(chosen.address) },
  ])
  return (
    <>
      <p className={look.intro}>{t('mail.unknownIntro')}</p>
      <Loaded query={query}>
        {() =>
          rows.length === 0 ? (
            <Empty title={t('mail.noUnknown')}>{t('mail.noUnknownWhy')}</Empty>
          ) : (
            <ul className={look.list}>
              {rows.map((sender) => {
                const domain = sender.address.slice(sender.address.lastIndexOf('@'))
                const isChosen = sender.address === chosen?.address
                return (
                  <li
                    key={sender.address}
                    className={look.item}
                    style={isChosen ? { background: 'var(--accent-wash)' } : undefined}
                    aria-current={isChosen || undefined}
                  >
                    <div className={look.itemMain}>
                      <strong>{sender.name || sender.address}</strong>{' '}
                      {sender.name !== '' && <span className="quiet small">{sender.address}</span>}
                      <p className="quiet small">
                        {t('mail.messages', { count: sender.mails })}
                        {sender.isOneWay ? ` · ${t('mail.oneWay')}` : ''} ·{' '}
                        {t('mail.lastMail', { subject: sender.lastSubject || t('mail.noSubject') })} ·{' '}
                        <Moment at={sender.lastAt} />
                      </p>
                    </div>
                    <div className={look.actions}>
                      <Button size="compact-sm" disabled={meet.isPending} onClick={() => meet.mutate(sender)}>
                        {t('mail.meet')}
                        {isChosen && (
                          <>
                            &nbsp;
                            <KeyHint keys="m" />
                          </>
                        )}
                      </Button>
                      <Button size="compact-sm" variant="subtle" onClick={() => ignore.mutate(sender.address)}>
                        {t('mail.ignore')}
                      </Button>
                      <Button size="compact-sm" variant="subtle" onClick={() => ignore.mutate(domain)}>
                        {t('mail.ignoreDomain', { domain })}
                      </Button>
                    </div>
                  </li>
                )
              })}
            </ul>
          )
        }
      </Loaded>
      <MoreRows pages={query} label={t('mail.older')} />
      {ignored.length > 0 && (
        <details className={look.quoted}>
          <summary>
            {t('mail.ignoredList')} ({ignored.length})
          </summary>
          <ul className={look.list}>
            {ignored.map((value) => (
              <li key={value} className={look.item}>
                <span className={look.itemMain}>{value}</span>
                <Button size="compact-sm" variant="subtle" onClick={() => void show(value)}>
                  {t('mail.heed')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
