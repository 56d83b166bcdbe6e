import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { currentLanguage, setLanguage } from '../../i18n/i18n.ts'
import { paths } from '../../paths.ts'
import { Loaded } from '../../ui/loaded.tsx'
import look from '../sign-in/gate.module.css'
import { Gate } from '../sign-in/gate.tsx'
import { type About, emptyAbout } from './about.ts'
import { AboutForm } from './about-form.tsx'
import { DemoProgress } from './demo-progress.tsx'
import { HowToStart, type Start } from './how-to-start.tsx'

type Step = 'about' | 'start' | 'demo'

/** The first run: who you are, then how the house begins. Works once. */
export function SetupPage() {
  const { t } = useTranslation()
  const [step, setStep] = useState<Step>('about')
  const [about, setAbout] = useState<About>(emptyAbout)
  const house = useQuery({
    queryKey: ['setup'],
    queryFn: () => take(api.GET('/api/setup')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const client = useQueryClient()
  const navigate = useNavigate()
  const complete = useMutation({
    mutationFn: (start: Start) => {
      const { company, name, email, password, zone, currency } = about
      const body = { company: company.trim(), name: name.trim(), email: email.trim(), password, zone, currency }
      return take(
        api.POST('/api/setup', {
          body: { ...body, locale: currentLanguage(), start: start === 'demo' ? 'demo' : 'empty' },
        }),
      )
    },
    retry: false,
    onSuccess: async (_, start) => {
      await setLanguage(currentLanguage())
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'setup' })
      if (start === 'demo') setStep('demo')
      else await navigate({ to: start === 'import' ? paths.import : paths.today })
    },
  })
  if (step === 'demo') return <DemoProgress />
  return (
    <Loaded query={house}>
      {({ isOpen }) => {
        if (!isOpen && !complete.isSuccess) {
          return (
            <Gate title={t('setup.closedTitle')} text={t('setup.closedText')}>
              <div className={look.buttons}>
                <Button component={Link} to={paths.signIn} variant="filled">
                  {t('setup.toSignIn')}
                </Button>
              </div>
            </Gate>
          )
        }
        if (step === 'about') {
          return (
            <Gate title={t('setup.title')} text={t('setup.tagline')} width="wide">
              <AboutForm about={about} onChange={setAbout} onNext={() => setStep('start')} />
            </Gate>
          )
        }
        return (
          <Gate title={t('setup.startTitle', { company: about.company.trim() })} width="wide">
            <HowToStart
              isBusy={complete.isPending || complete.isSuccess}
              error={complete.error}
              onStart={(start) => complete.mutate(start)}
              onBack={() => setStep('about')}
            />
          </Gate>
        )
      }}
    </Loaded>
  )
}
