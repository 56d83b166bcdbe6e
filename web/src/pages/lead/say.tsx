import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { chooseMessage, useChosenMessage } from '../../acts/chosen-message.ts'
import { messagesForQuery } from '../../api/needs-query.ts'
import type { Answered } from '../../api/types.ts'
import { paths } from '../../paths.ts'
import { sayStage } from '../../story/say-stage.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import look from './say.module.css'

type Message = Answered<'getMessagesFor'>['messages'][number]

/** What to say to them now: each message with its proof, why it fits, and a button that copies it. */
export function Say({ personId, atMost = 3 }: { personId: string; atMost?: number }) {
  const { t } = useTranslation()
  const query = useQuery(messagesForQuery(personId))
  if (query.data === undefined)
    return query.isError ? (
      <ErrorNote error={query.error} onRetry={() => void query.refetch()} isInline />
    ) : (
      <Skeleton rows={2} />
    )
  const { messages } = query.data
  if (messages.length === 0)
    return (
      <p className="quiet">
        {t('lead.say.none')}{' '}
        <Link to={paths.messages} className={look.link}>
          {t('lead.say.toHouse')}
        </Link>
      </p>
    )
  return (
    <ul className={look.messages}>
      {messages.slice(0, atMost).map((message) => (
        <MessageCard key={message.id} message={message} personId={personId} />
      ))}
    </ul>
  )
}

function sayWhy({ reasons }: Message, t: TFunction): string {
  return reasons
    .map(({ why, text }) => t(`lead.say.why.${why}`, { text: why === 'stage' ? sayStage(text, t) : text }))
    .join(' · ')
}

function MessageCard({ message, personId }: { message: Message; personId: string }) {
  const { t } = useTranslation()
  const chosen = useChosenMessage(personId)
  const { proof } = message
  const isChosen = chosen === message.id
  return (
    <li className={look.message} data-is-chosen={isChosen || undefined}>
      <p className={look.text}>“{message.message}”</p>
      {proof === null ? null : (
        <p className={look.proof}>
          {t(`lead.say.proof.${proof.type}`)}: {proof.text} <span className={look.small}>({proof.source})</span>
        </p>
      )}
      <p className={look.small}>
        {message.reasons.length === 0 ? t('lead.say.why.all') : sayWhy(message, t)}
        {message.usedAt === null ? null : (
          <>
            {' · '}
            {t('lead.say.used')} <Moment at={message.usedAt} />
          </>
        )}
      </p>
      {message.objections.length === 0 ? null : (
        <details className={look.objections}>
          <summary>{t('lead.say.objections', { count: message.objections.length })}</summary>
          <dl>
            {message.objections.map((one) => (
              <div key={one.says}>
                <dt>{one.says}</dt>
                <dd>{one.answer}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <div className={look.end} onClickCapture={() => chooseMessage(personId, message.id)}>
        <CopyButton text={message.message} label={t('lead.say.copy')} copied={t('lead.say.copied')} variant="subtle" />
        {isChosen ? (
          <span className={look.small} role="status">
            {t('lead.say.goesAlong')}
          </span>
        ) : null}
      </div>
    </li>
  )
}
