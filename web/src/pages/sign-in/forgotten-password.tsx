import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, done } from '../../api/client.ts'
import { ErrorNote } from '../../ui/error-note.tsx'

/** Asks for a link by which a forgotten password is replaced. */
export function ForgottenPassword({ email }: { email: string }) {
  const { t } = useTranslation()
  const ask = useMutation({
    mutationFn: (to: string) => done(api.POST('/api/password-resets', { body: { email: to } })),
    retry: false,
  })
  if (ask.isSuccess)
    return (
      <p className="small" role="status">
        {t('signIn.forgotSent', { email: ask.variables })}
      </p>
    )
  return (
    <div>
      <p className="quiet small">
        {t('signIn.forgot')}{' '}
        <Button
          variant="subtle"
          size="compact-sm"
          loading={ask.isPending}
          disabled={!email.includes('@')}
          onClick={() => ask.mutate(email)}
        >
          {t('signIn.forgotSend')}
        </Button>
        {email.includes('@') ? null : <span> {t('signIn.forgotFirst')}</span>}
      </p>
      {ask.isError && <ErrorNote error={ask.error} isInline />}
    </div>
  )
}
