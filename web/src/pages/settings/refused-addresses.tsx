import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, done } from '../../api/client.ts'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import { type MailView, mailQuery } from './queries.ts'
import look from './settings.module.css'

/** Addresses that refused mail for good: nothing is sent there until somebody says so. */
export function RefusedAddresses({ refused }: { refused: MailView['refused'] }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const allow = useMutation({
    mutationFn: (address: string) => done(api.POST('/api/mail/allowed-addresses', { body: { address } })),
    onSuccess: () => sayDone(t('settings.mail.allowed')),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: mailQuery.queryKey }),
  })
  return (
    <ul className={look.list}>
      {refused.map(({ address, reason }) => (
        <li key={address} className={look.row}>
          <div className={look.rowMain}>
            <p className={look.strong}>{address}</p>
            <p className="quiet small">{reason}</p>
          </div>
          <Button variant="subtle" onClick={() => allow.mutate(address)}>
            {t('settings.mail.allow')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
