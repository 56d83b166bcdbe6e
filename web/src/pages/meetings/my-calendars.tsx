import { Button, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Section } from '../../ui/page.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './meetings.module.css'
import { calendarQuery } from './queries.ts'

/** One's own feed, the calendars whose busy times count, and an answer that came as a file. */
export function MyCalendars() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const query = useQuery(calendarQuery)
  const [url, setUrl] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  const run = async (act: () => Promise<unknown>, said?: string) => {
    setIsBusy(true)
    try {
      await act()
      if (said !== undefined) sayDone(said)
    } catch (error) {
      sayRefused(error)
    }
    setIsBusy(false)
    await client.invalidateQueries({ queryKey: ['meetings'] })
  }
  const add = () =>
    run(async () => {
      await take(api.POST('/api/my-calendar/sources', { body: { url } }))
      setUrl('')
    })
  const takeReply = async (chosen: File | undefined) => {
    if (chosen === undefined) return
    await run(async () => {
      const ics = await chosen.text()
      const { reply, isNews } = await take(api.POST('/api/meetings/replies', { body: { ics } }))
      sayDone(
        t(isNews ? 'meetings.calendar.replied' : 'meetings.calendar.repliedBefore', {
          reply: t(`meetings.reply.${reply}`),
        }),
      )
    })
  }
  return (
    <Loaded query={query}>
      {({ feedUrl, sources }) => (
        <>
          <Section title={t('meetings.calendar.feed')}>
            <p className={look.intro}>{t('meetings.calendar.feedText')}</p>
            <div className={look.buttons}>
              <TextInput
                className={look.secret ?? ''}
                readOnly
                value={feedUrl}
                aria-label={t('meetings.calendar.feed')}
              />
              <CopyButton text={feedUrl} label={t('meetings.calendar.copy')} copied={t('meetings.calendar.copied')} />
              <Button
                variant="subtle"
                onClick={() => void run(() => take(api.POST('/api/my-calendar/feed')), t('meetings.calendar.renewed'))}
              >
                {t('meetings.calendar.renew')}
              </Button>
            </div>
          </Section>
          <Section title={t('meetings.calendar.busy')}>
            <p className={look.intro}>{t('meetings.calendar.busyText')}</p>
            {sources.length === 0 ? (
              <p className="quiet">{t('meetings.calendar.none')}</p>
            ) : (
              <ul className={look.list}>
                {sources.map((source) => (
                  <li key={source.id} className={look.row}>
                    <div className={look.rowMain}>
                      <p className={look.title}>{source.host}</p>
                      <p className="quiet small tnum">
                        {source.readAt === null ? (
                          t('meetings.calendar.waiting')
                        ) : (
                          <>
                            {t('meetings.calendar.read', { events: source.events, when: '' })}
                            <Moment at={source.readAt} />
                          </>
                        )}
                      </p>
                      {source.error === null ? null : <p className="small">{source.error}</p>}
                    </div>
                    <div className={look.buttons}>
                      <Button
                        loading={isBusy}
                        onClick={() =>
                          void run(() =>
                            take(
                              api.POST('/api/my-calendar/sources/{sourceId}/reading', {
                                params: { path: { sourceId: source.id } },
                              }),
                            ),
                          )
                        }
                      >
                        {t('meetings.calendar.reread')}
                      </Button>
                      <Button
                        variant="subtle"
                        onClick={() =>
                          void run(() =>
                            done(
                              api.DELETE('/api/my-calendar/sources/{sourceId}', {
                                params: { path: { sourceId: source.id } },
                              }),
                            ),
                          )
                        }
                      >
                        {t('meetings.calendar.remove')}
                      </Button>
                    </div>
                  </li>
                ))}
              </ul>
            )}
            <form
              className={look.buttons}
              style={{ paddingTop: 12 }}
              onSubmit={(event) => {
                event.preventDefault()
                void add()
              }}
            >
              <TextInput
                className={look.secret ?? ''}
                aria-label={t('meetings.calendar.url')}
                placeholder="https://…/basic.ics"
                required
                value={url}
                onChange={(event) => setUrl(event.currentTarget.value)}
              />
              <Button type="submit" loading={isBusy}>
                {t('meetings.calendar.add')}
              </Button>
            </form>
          </Section>
          <Section title={t('meetings.calendar.replyTitle')}>
            <p className={look.intro}>{t('meetings.calendar.replyText')}</p>
            <input
              ref={file}
              type="file"
              accept=".ics,text/calendar"
              className="hidden-words"
              tabIndex={-1}
              aria-label={t('meetings.calendar.replyTitle')}
              onChange={(event) => {
                void takeReply(event.currentTarget.files?.[0])
                event.currentTarget.value = ''
              }}
            />
            <Button onClick={() => file.current?.click()}>{t('meetings.calendar.choose')}</Button>
          </Section>
        </>
      )}
    </Loaded>
  )
}
