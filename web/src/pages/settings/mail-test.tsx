import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import look from './settings.module.css'

/** A mail to oneself, and what the server said to it. */
export function MailTest() {
  const { t } = useTranslation()
  const test = useMutation({ mutationFn: () => take(api.POST('/api/mail/tests')), retry: false })
  return (
    <div className={look.form} aria-live="polite">
      <div className={look.buttons}>
        <Button mt={16} loading={test.isPending} onClick={() => test.mutate()}>
          {t('settings.mail.test')}
        </Button>
      </div>
      {test.isError && <ErrorNote error={test.error} isInline />}
      {test.data !== undefined && <p>{t('settings.mail.tested', { to: test.data.to })}</p>}
    </div>
  )
}
