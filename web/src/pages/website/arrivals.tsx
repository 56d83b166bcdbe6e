import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { Moment } from '../../ui/moment.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Stat, StatRow } from '../../ui/stat.tsx'
import type { ArrivedEvent, Website } from './queries.ts'
import look from './website.module.css'

const SHOWN = ['recorded', 'bot', 'staff', 'refused'] as const

/** What came in the last days, and the last events as they come: does my site send? */
export function Arrivals({ website }: { website: Website }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const of = (what: string) => website.counts.find((one) => one.what === what)?.n ?? 0
  return (
    <>
      <StatRow>
        {SHOWN.map((what) => (
          <Stat key={what} label={t(`website.what.${what}`)} value={count(of(what))}>
            {t(`website.whatText.${what}`)}
          </Stat>
        ))}
      </StatRow>
      <Inbox inbox={website.inbox} />
      {website.events.length === 0 ? (
        <Empty title={t('website.nothingYet')}>{t('website.nothingYetText')}</Empty>
      ) : (
        <ol className={look.events} aria-live="polite">
          {website.events.map((event) => (
            <Arrival key={`${event.at} ${event.type} ${event.who} ${event.name} ${event.what}`} event={event} />
          ))}
        </ol>
      )}
    </>
  )
}

/** What is stored and not in its story yet: a moment's matter while many arrive. What cannot be taken in is kept and named. */
function Inbox({ inbox }: { inbox: Website['inbox'] }) {
  const { t } = useTranslation()
  const { waiting, oldestAt, failed, failedInAll } = inbox
  return (
    <>
      {waiting > 0 && oldestAt !== null && (
        <p className="quiet" role="status">
          {t('website.inbox.waiting', { count: waiting })} <Moment at={oldestAt} />
        </p>
      )}
      {failedInAll > 0 && (
        <section className={look.failed} aria-label={t('website.inbox.failed', { count: failedInAll })}>
          <strong>{t('website.inbox.failed', { count: failedInAll })}</strong>
          <p>{t('website.inbox.failedText')}</p>
          <ul>
            {failed.map(({ messageId, why, receivedAt }) => (
              <li key={`${receivedAt} ${messageId}`}>
                <Moment at={receivedAt} /> <code>{messageId}</code> {why}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Arrival({ event }: { event: ArrivedEvent }) {
  const { t } = useTranslation()
  const { at, type, name, who, what, why, personId } = event
  return (
    <li className={look.event} data-what={what}>
      <span className="quiet tnum">
        <Moment at={at} />
      </span>
      <span className={look.type}>{type}</span>
      <span className="cut">{why ?? name}</span>
      <span className="quiet cut">
        {personId === null ? (
          who
        ) : (
          <Link to={paths.lead} params={{ personId }}>
            {who === '' ? t('website.person') : who}
          </Link>
        )}
      </span>
      <span className={look.what}>{t(`website.what.${what}`)}</span>
    </li>
  )
}
