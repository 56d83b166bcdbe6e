import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { ProblemError } from '../../api/problem-error.ts'
import { paths } from '../../paths.ts'
import { useSayProblem } from '../../ui/say-problem.ts'
import { ForgottenPassword } from './forgotten-password.tsx'
import look from './gate.module.css'
import { Gate } from './gate.tsx'
import { parseSignInSearch } from './search.ts'
import { signIn } from './sign-in.ts'

/** E-mail and password, then on to where one wanted to go. */
export function SignInPage() {
  const { t } = useTranslation()
  const { next } = parseSignInSearch(useSearch({ strict: false }))
  const router = useRouter()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const house = useQuery({ queryKey: ['setup'], queryFn: () => take(api.GET('/api/setup')) })
  const isOpen = house.data?.isOpen === true
  useEffect(() => {
    if (isOpen) void navigate({ to: paths.setup, replace: true })
  }, [isOpen, navigate])
  const enter = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    retry: false,
    onSuccess: () => {
      client.clear()
      router.history.push(next ?? paths.today)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate()
  }
  const company = house.data?.company
  return (
    <Gate title={company === undefined || company === null ? t('signIn.title') : t('signIn.titleTo', { company })}>
      <form className={look.form} onSubmit={submit}>
        <TextInput
          label={t('signIn.email')}
          type="email"
          size="md"
          value={email}
          required
          withAsterisk={false}
          autoFocus
          autoComplete="username"
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('signIn.password')}
          size="md"
          value={password}
          required
          withAsterisk={false}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('setup.show') }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {enter.isError && <Refusal error={enter.error} />}
        <Button type="submit" variant="filled" size="md" loading={enter.isPending}>
          {t('signIn.submit')}
        </Button>
      </form>
      <ForgottenPassword email={email.trim()} />
    </Gate>
  )
}

function Refusal({ error }: { error: Error }) {
  const { t } = useTranslation()
  const said = useSayProblem()(error)
  const code = error instanceof ProblemError ? error.code : ''
  const text =
    code === 'not-signed-in'
      ? t('signIn.wrong')
      : code === 'too-many-requests'
        ? t('signIn.tooMany')
        : code === 'offline' || code === 'not-ready'
          ? t('signIn.noAnswer')
          : `${said.detail === '' ? said.title : said.detail} ${said.mend}`
  return (
    <p className={look.wrong} role="alert">
      {text}
    </p>
  )
}
