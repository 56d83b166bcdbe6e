import { Button, NativeSelect, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setLanguage } from '../../i18n/i18n.ts'
import look from '../sign-in/gate.module.css'
import { NewPassword } from '../sign-in/password-field.tsx'
import { type About, type AboutProblem, problemsOf } from './about.ts'
import { CURRENCIES, guessCurrency, zones } from './guess-place.ts'
import { MIN_PASSWORD } from './password-strength.ts'

type Props = { about: About; onChange: (about: About) => void; onNext: () => void }

/** The company and its first administrator. */
export function AboutForm({ about, onChange, onNext }: Props) {
  const { t, i18n } = useTranslation()
  const [isTried, setIsTried] = useState(false)
  const problems = problemsOf(about)
  const set = (part: Partial<About>) => onChange({ ...about, ...part })
  const errorOf = (field: AboutProblem['field']) => {
    const problem = isTried ? problems.find((one) => one.field === field) : undefined
    return problem === undefined ? undefined : t(`setup.${problem.what}`)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    if (problems.length === 0 && about.password.length >= MIN_PASSWORD) onNext()
  }
  const names = new Intl.DisplayNames(i18n.language, { type: 'currency' })
  return (
    <form className={look.form} onSubmit={submit} noValidate>
      <div className={look.pair}>
        <TextInput
          label={t('setup.company')}
          value={about.company}
          autoFocus
          maxLength={200}
          autoComplete="organization"
          error={errorOf('company')}
          onChange={(event) => set({ company: event.currentTarget.value })}
        />
        <TextInput
          label={t('setup.name')}
          value={about.name}
          maxLength={200}
          autoComplete="name"
          error={errorOf('name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
      </div>
      <div className={look.pair}>
        <TextInput
          label={t('setup.email')}
          type="email"
          value={about.email}
          maxLength={320}
          autoComplete="username"
          error={errorOf('email')}
          onChange={(event) => set({ email: event.currentTarget.value })}
        />
        <NewPassword
          value={about.password}
          onChange={(password) => set({ password })}
          known={[about.company, about.name, about.email]}
          error={undefined}
        />
      </div>
      <div className={look.three}>
        <NativeSelect
          label={t('setup.language')}
          data={[
            { value: 'en', label: 'English' },
            { value: 'fr', label: 'Français' },
          ]}
          value={i18n.language}
          onChange={(event) => void setLanguage(event.currentTarget.value === 'fr' ? 'fr' : 'en')}
        />
        <Select
          label={t('setup.zone')}
          data={zones(about.zone)}
          value={about.zone}
          searchable
          allowDeselect={false}
          limit={80}
          onChange={(zone) => zone !== null && set({ zone, currency: guessCurrency(zone) })}
        />
        <NativeSelect
          label={t('setup.currency')}
          data={CURRENCIES.map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }))}
          value={about.currency}
          onChange={(event) => set({ currency: event.currentTarget.value })}
        />
      </div>
      <div className={look.buttons}>
        <Button type="submit" variant="filled" size="md">
          {t('setup.next')}
        </Button>
      </div>
    </form>
  )
}
