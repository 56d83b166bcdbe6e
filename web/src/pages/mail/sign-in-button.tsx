import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { sayRefused } from '../../ui/toast.ts'
import type { BeginSignIn } from './queries.ts'

type Props = {
  /** How the mailbox shall be kept, or which one is signed in anew. */
  wants: BeginSignIn
  label: string
  isAgain?: boolean
  isMain?: boolean
}

/** Leads to the page of the provider, which leads back here. */
export function SignInButton({ wants, label, isAgain = false, isMain = false }: Props) {
  const { t } = useTranslation()
  const begin = useMutation({
    mutationFn: () => take(api.POST('/api/mailbox-sign-ins', { body: wants })),
    retry: false,
    onSuccess: ({ url }) => window.location.assign(url),
    onError: (error) => sayRefused(error),
  })
  return (
    <Button
      {...(isMain ? { variant: 'filled' } : {})}
      {...(isAgain ? { size: 'compact-sm' } : {})}
      loading={begin.isPending || begin.isSuccess}
      onClick={() => begin.mutate()}
    >
      {t(isAgain ? 'mail.boxes.signInAgain' : 'mail.boxes.signIn', { name: label })}
    </Button>
  )
}
