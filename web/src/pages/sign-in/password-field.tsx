import { PasswordInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MIN_PASSWORD, passwordStrength } from '../setup/password-strength.ts'
import look from './gate.module.css'

type Props = { value: string; onChange: (value: string) => void; known: readonly string[]; error?: string | undefined }

/** A new password with a hint how easily it is guessed. `known` are words a guesser would try: name, company, address. */
export function NewPassword({ value, onChange, known, error }: Props) {
  const { t } = useTranslation()
  const strength = passwordStrength(value, known)
  return (
    <div>
      <PasswordInput
        label={t('setup.password')}
        value={value}
        required
        withAsterisk={false}
        minLength={MIN_PASSWORD}
        maxLength={200}
        autoComplete="new-password"
        error={error}
        visibilityToggleButtonProps={{ 'aria-label': t('setup.show') }}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={look.strength} data-strength={value === '' ? 'none' : strength} aria-hidden>
        <span />
        <span />
        <span />
      </div>
      <p className={look.hint} aria-live="polite">
        {t(`setup.strength.${strength}`, { missing: Math.max(0, MIN_PASSWORD - value.length) })}
      </p>
    </div>
  )
}
