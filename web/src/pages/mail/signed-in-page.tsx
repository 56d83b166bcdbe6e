import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { paths } from '../../paths.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { sayDone } from '../../ui/toast.ts'
import { SettingsHead } from '../settings/settings-head.tsx'
import look from './mail.module.css'

const route = getRouteApi('/framed/settings/mailboxes/signed-in')

/** Where a provider leads back to: what it sent is exchanged once, and the mailbox stands. */
export function SignedInPage() {
  const { t } = useTranslation()
  const { code, state, error, description } = route.useSearch()
  const navigate = route.useNavigate()
  const client = useQueryClient()
  const isBegun = useRef(false)
  const finish = useMutation({
    mutationFn: (body: { code: string; state: string }) => take(api.POST('/api/mailbox-sign-ins/answers', { body })),
    retry: false,
    onSuccess: async ({ address }) => {
      sayDone(t('mail.boxes.signedIn', { address }))
      await client.invalidateQueries({ queryKey: ['mailboxes'] })
      await navigate({ to: paths.settingsMailboxes, replace: true })
    },
  })
  const { mutate } = finish
  useEffect(() => {
    if (isBegun.current || code === undefined || state === undefined) return
    isBegun.current = true
    mutate({ code, state })
  }, [code, state, mutate])
  const isRefused = error !== undefined || code === undefined || state === undefined
  return (
    <Page>
      <SettingsHead />
      <Section title={t('mail.boxes.signingIn')}>
        {isRefused ? (
          <p className={look.wrong} role="alert">
            {t(error === 'access_denied' ? 'mail.boxes.signInDenied' : 'mail.boxes.signInBroken')}
            {description === undefined ? '' : ` ${t('mail.boxes.providerSaid', { said: description })}`}
          </p>
        ) : finish.isError ? (
          <ErrorNote error={finish.error} isInline />
        ) : (
          <p role="status">{t('mail.boxes.signInRunning')}</p>
        )}
        {(isRefused || finish.isError) && (
          <Button mt={16} component={Link} to={paths.settingsMailboxes}>
            {t('mail.boxes.backToBoxes')}
          </Button>
        )}
      </Section>
    </Page>
  )
}
