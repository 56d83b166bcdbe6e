import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { ProblemError } from '../../api/problem-error.ts'
import { paths } from '../../paths.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { MIN_PASSWORD } from '../setup/password-strength.ts'
import look from './gate.module.css'
import { Gate } from './gate.tsx'
import { NewPassword } from './password-field.tsx'
import { parseInvitationSearch } from './search.ts'

/** Whoever opens an invitation chooses a password and is in. */
export function InvitationPage() {
  const { t } = useTranslation()
  const { token } = parseInvitationSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const client = useQueryClient()
  const [password, setPassword] = useState('')
  const accept = useMutation({
    mutationFn: (given: string) => take(api.POST('/api/invitations', { body: { token: given, password } })),
    retry: false,
    onSuccess: async () => {
      client.clear()
      await navigate({ to: paths.today })
    },
  })
  if (token === undefined || token.length < 20) {
    return (
      <Gate title={t('signIn.title')} text={t('signIn.invitationBroken')}>
        <ToSignIn />
      </Gate>
    )
  }
  const isUsed =
    accept.error instanceof ProblemError && (accept.error.code === 'refused' || accept.error.code === 'not-found')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password.length >= MIN_PASSWORD) accept.mutate(token)
  }
  return (
    <Gate title={t('signIn.invitationTitle')} text={t('signIn.invitationText')}>
      <form className={look.form} onSubmit={submit}>
        <NewPassword value={password} onChange={setPassword} known={[]} />
        {isUsed && (
          <p className={look.wrong} role="alert">
            {t('signIn.invitationUsed')}
          </p>
        )}
        {accept.isError && !isUsed && <ErrorNote error={accept.error} isInline />}
        <Button
          type="submit"
          variant="filled"
          size="md"
          loading={accept.isPending}
          disabled={password.length < MIN_PASSWORD}
        >
          {t('signIn.choose')}
        </Button>
      </form>
      <ToSignIn />
    </Gate>
  )
}

function ToSignIn() {
  const { t } = useTranslation()
  return (
    <div className={look.buttons}>
      <Button component={Link} to={paths.signIn} variant="subtle">
        {t('signIn.toSignIn')}
      </Button>
    </div>
  )
}
