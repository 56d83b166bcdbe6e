import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { purposesQuery } from '../privacy/queries.ts'
import { nameOfPurpose, wordingOf } from '../privacy/words-of-purpose.ts'
import look from './forms.module.css'
import type { FormConsent } from './queries.ts'

type Props = { consents: readonly FormConsent[]; onChange: (consents: FormConsent[]) => void }

/** Which purposes the form asks people to agree to, and whether it can be sent without. */
export function ConsentList({ consents, onChange }: Props) {
  const { t } = useTranslation()
  const { data } = useQuery(purposesQuery)
  const purposes = (data?.purposes ?? []).filter(
    (each) => each.isActive || consents.some(({ purpose }) => purpose === each.purpose),
  )
  if (purposes.length === 0) return null
  const put = (purpose: string, next: FormConsent | null) =>
    onChange(
      purposes.flatMap((each) => {
        const now = each.purpose === purpose ? next : consents.find((one) => one.purpose === each.purpose)
        return now ? [now] : []
      }),
    )
  const isForced = purposes.some(
    ({ basis, purpose }) => basis === 'consent' && consents.some((each) => each.purpose === purpose && each.isRequired),
  )
  return (
    <fieldset className={look.fields}>
      <legend>{t('forms.consents')}</legend>
      <p className={look.consentNote}>{t('forms.consentsNote')}</p>
      <ul>
        {purposes.map((each) => {
          const { purpose, isActive } = each
          const asked = consents.find((one) => one.purpose === purpose)
          return (
            <li key={purpose} className={look.consent}>
              <Checkbox
                label={isActive ? nameOfPurpose(each) : `${nameOfPurpose(each)} (${t('forms.outOfUse')})`}
                description={wordingOf(each)}
                checked={asked !== undefined}
                onChange={(event) => put(purpose, event.currentTarget.checked ? { purpose, isRequired: false } : null)}
              />
              <Checkbox
                label={t('forms.required')}
                aria-label={`${nameOfPurpose(each)}: ${t('forms.required')}`}
                disabled={asked === undefined}
                checked={asked?.isRequired ?? false}
                onChange={(event) => put(purpose, { purpose, isRequired: event.currentTarget.checked })}
              />
            </li>
          )
        })}
      </ul>
      {isForced && (
        <p className={look.consentNote} role="status">
          {t('forms.forcedConsent')}
        </p>
      )}
    </fieldset>
  )
}
