import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { paths } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './mail.module.css'
import { type OutgoingMail, outgoingQuery } from './queries.ts'

type What = 'it went out' | 'send again' | 'give up'

/** What I wrote here and what became of it. */
export function OutboxList() {
  const { t } = useTranslation()
  const query = useQuery({ ...outgoingQuery, refetchInterval: 5_000 })
  return (
    <Loaded query={query}>
      {({ mails }) =>
        mails.length === 0 ? (
          <Empty title={t('mail.noOutbox')}>{t('mail.noOutboxWhy')}</Empty>
        ) : (
          <ul className={look.list}>
            {mails.map((mail) => (
              <OutgoingLine key={mail.id} mail={mail} />
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

function OutgoingLine({ mail }: { mail: OutgoingMail }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: ['mailing'] })
  const path = { outgoingId: mail.id }
  const cancel = useMutation({
    mutationFn: () => take(api.POST('/api/outgoing-mails/{outgoingId}/cancel', { params: { path } })),
    onSuccess: () => sayDone(t('mail.takenBack')),
    onError: (error) => sayRefused(error),
    onSettled,
  })
  const settle = useMutation({
    mutationFn: (what: What) =>
      take(api.POST('/api/outgoing-mails/{outgoingId}/settle', { params: { path }, body: { what } })),
    onSuccess: () => sayDone(t('mail.settled')),
    onError: (error) => sayRefused(error),
    onSettled,
  })
  const isOpen = mail.status === 'unsure' || mail.status === 'failed'
  return (
    <li className={look.item}>
      <div className={look.itemMain}>
        {mail.person === null ? (
          <strong>{mail.to.join(', ')}</strong>
        ) : (
          <Link to={paths.lead} params={{ personId: mail.person.id }}>
            <strong>{mail.person.name || mail.to.join(', ')}</strong>
          </Link>
        )}{' '}
        {mail.subject || t('mail.noSubject')}
        <p className={isOpen ? look.bad : 'quiet small'}>
          {t(`mail.states.${mail.status}`)}
          {mail.status === 'waiting' && (
            <>
              , {t('mail.leavesAt')} <Moment at={mail.sendAt} />
            </>
          )}
          {mail.sentAt !== null && (
            <>
              {' '}
              <Moment at={mail.sentAt} />
            </>
          )}
          {mail.error === null ? '' : `: ${mail.error} ${mail.mend ?? ''}`}
        </p>
      </div>
      <div className={look.actions}>
        {mail.status === 'waiting' && (
          <Button size="compact-sm" onClick={() => cancel.mutate()}>
            {t('mail.takeBack')}
          </Button>
        )}
        {mail.status === 'unsure' && (
          <Button size="compact-sm" onClick={() => settle.mutate('it went out')}>
            {t('mail.wentOut')}
          </Button>
        )}
        {isOpen && (
          <>
            <Button size="compact-sm" variant="subtle" onClick={() => settle.mutate('send again')}>
              {t('mail.sendAgain')}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => settle.mutate('give up')}>
              {t('mail.giveUp')}
            </Button>
          </>
        )}
      </div>
    </li>
  )
}
