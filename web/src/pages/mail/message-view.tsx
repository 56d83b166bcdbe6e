import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Moment } from '../../ui/moment.tsx'
import { HtmlView } from './html-view.tsx'
import look from './mail.module.css'
import type { MailMessage } from './queries.ts'
import { saySize } from './say-size.ts'

const SHOWN = 5

function Recipients({ message }: { message: MailMessage }) {
  const { t } = useTranslation()
  const parties = message.parties.filter((each) => each.role === 'to' || each.role === 'cc')
  const names = parties.slice(0, SHOWN).map((each) => each.person?.name ?? (each.name || each.address))
  const more = Math.max(message.recipients, parties.length) - names.length
  if (message.direction === 'in' && names.length === 0) return null
  return (
    <p className="quiet small">
      {t('mail.to', { names: names.join(', ') })}
      {more > 0 && message.direction === 'out' ? ` ${t('mail.andMore', { count: more })}` : ''}
    </p>
  )
}

/** One mail of a thread: who, when, what they wrote themselves, and below it what it quotes. */
export function MessageView({ message, onReply }: { message: MailMessage; onReply: (() => void) | null }) {
  const { t } = useTranslation()
  const [isLaidOut, setIsLaidOut] = useState(false)
  const { from, kind, bounced } = message
  const name = message.by?.name ?? (from.name || from.address)
  return (
    <article className={look.message}>
      <div className={look.messageHead}>
        <span className={look.name} data-side={message.direction} title={from.address}>
          {name}
        </span>
        <Moment at={message.sentAt} className="quiet small" />
      </div>
      <Recipients message={message} />
      {kind !== 'human' && <p className="quiet small">{t(`mail.kinds.${kind}`)}</p>}
      {bounced !== null && (
        <p className={look.bad} role="status">
          {t(bounced.how === 'hard' ? 'mail.bouncedHard' : 'mail.bouncedSoft', { why: bounced.why })}
        </p>
      )}
      {!message.hasBody ? (
        <p className="quiet">{t('mail.noBody')}</p>
      ) : isLaidOut ? (
        <HtmlView messageId={message.id} />
      ) : (
        <pre className={look.text}>{message.text?.trim() || t('mail.emptyBody')}</pre>
      )}
      {message.quoted !== null && !isLaidOut && (
        <details className={look.quoted}>
          <summary>{t('mail.quoted')}</summary>
          <pre>{message.quoted}</pre>
        </details>
      )}
      {message.attachments.length > 0 && (
        <ul className={look.files} aria-label={t('mail.files')}>
          {message.attachments.map((file) => (
            <li key={`${file.name} ${file.sizeBytes}`} className={look.file}>
              {file.name} · {saySize(file.sizeBytes)}
            </li>
          ))}
        </ul>
      )}
      {message.attachments.length > 0 && message.direction === 'in' && (
        <p className="quiet small">{t('mail.filesStay')}</p>
      )}
      <div className={look.actions}>
        {message.hasHtml && message.hasBody && (
          <Button size="compact-sm" variant="subtle" onClick={() => setIsLaidOut(!isLaidOut)}>
            {t(isLaidOut ? 'mail.asText' : 'mail.layout')}
          </Button>
        )}
        {onReply !== null && message.direction === 'in' && kind === 'human' && (
          <Button size="compact-sm" variant="subtle" onClick={onReply}>
            {t('mail.reply')}
          </Button>
        )}
      </div>
    </article>
  )
}
