import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { MoreRows } from '../../ui/more-rows.tsx'
import { type Mail, mailsQuery } from './queries.ts'
import look from './settings.module.css'

const TONES = { waiting: 'wait', sent: 'good', failed: 'bad', refused: 'bad', dropped: undefined } as const

/** What was sent to whom and what became of it. Texts are not kept. */
export function Outbox() {
  const { t } = useTranslation()
  const query = useInfiniteQuery({ ...mailsQuery, refetchInterval: 10_000 })
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const mails = pages.flatMap((page) => page.mails)
        if (mails.length === 0) return <p className="quiet">{t('settings.mail.outboxEmpty')}</p>
        return (
          <>
            <ul className={look.list}>
              {mails.map((mail) => (
                <MailRow key={mail.id} mail={mail} />
              ))}
            </ul>
            <MoreRows pages={query} label={t('settings.older')} />
          </>
        )
      }}
    </Loaded>
  )
}

function MailRow({ mail }: { mail: Mail }) {
  const { t } = useTranslation()
  return (
    <li className={look.row}>
      <div className={look.rowMain}>
        <p className={look.strong}>{mail.subject}</p>
        <p className="quiet small">
          {mail.to} · {t(`settings.mail.kinds.${mail.kind}`)} · <Moment at={mail.createdAt} />
        </p>
        {mail.error !== null && (
          <p className={mail.status === 'dropped' ? 'quiet small' : `${look.wrong} small`}>{mail.error}</p>
        )}
      </div>
      <div>
        <p className={look.state} data-tone={TONES[mail.status]}>
          {t(`settings.mail.statuses.${mail.status}`)}
        </p>
        {mail.nextTryAt !== null && mail.tries > 0 && (
          <p className="quiet small">
            {t('settings.nextTry')} <Moment at={mail.nextTryAt} />
          </p>
        )}
      </div>
    </li>
  )
}
