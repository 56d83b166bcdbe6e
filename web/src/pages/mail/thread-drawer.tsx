import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { ComposeDrawer } from './compose-drawer.tsx'
import look from './mail.module.css'
import { MessageView } from './message-view.tsx'
import { type MailMessage, type ThreadKey, threadQuery } from './queries.ts'

/** A thread from the first mail to the last, with an answer one key away. */
export function ThreadDrawer({ thread: key, onClose }: { thread: ThreadKey; onClose: () => void }) {
  const { t } = useTranslation()
  const { share, count } = useNumbers()
  const query = useQuery(threadQuery(key))
  const [answered, setAnswered] = useState<MailMessage | null>(null)
  const mayWrite = !useIsRole('viewer')
  const thread = query.data?.thread
  if (answered !== null)
    return <ComposeDrawer reply={answered} answerFrom={query.data?.answerFrom} onClose={() => setAnswered(null)} />
  return (
    <Drawer isOpen onClose={onClose} title={thread?.subject || t('mail.noSubject')} width={640}>
      <Loaded query={query}>
        {({ thread: shown, messages, isCut }) => (
          <>
            {shown.talkShare !== null && (
              <p className="quiet small">
                {t('mail.messages', { count: shown.messages })} ·{' '}
                {t('mail.share', {
                  share: share(shown.talkShare),
                  theirs: count(shown.wordsProspect),
                  all: count(shown.wordsProspect + shown.wordsCompany),
                })}
              </p>
            )}
            {isCut && <p className={look.note}>{t('mail.isCut')}</p>}
            {messages.map((message) => (
              <MessageView key={message.id} message={message} onReply={mayWrite ? () => setAnswered(message) : null} />
            ))}
          </>
        )}
      </Loaded>
    </Drawer>
  )
}
