import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Purpose, purposesQuery } from '../privacy/queries.ts'
import { wordingOf } from '../privacy/words-of-purpose.ts'
import look from './forms.module.css'
import type { FormBody, FormConsent, FormField } from './queries.ts'

/** What a visitor will see. Nothing in it can be sent. */
export function FormPreview({ body }: { body: FormBody }) {
  const { t } = useTranslation()
  const { data } = useQuery(purposesQuery)
  return (
    <section aria-label={t('forms.preview')}>
      <p className={look.previewTitle}>{t('forms.preview')}</p>
      <div className={look.preview} inert>
        <p className={look.previewHead}>{body.title === '' ? t('forms.titlePlaceholder') : body.title}</p>
        {body.intro !== '' && <p className={look.previewIntro}>{body.intro}</p>}
        {body.fields.map((field) => (
          <PreviewField key={field.name} field={field} />
        ))}
        {body.consents.map((consent) => (
          <PreviewConsent key={consent.purpose} consent={consent} purposes={data?.purposes ?? []} />
        ))}
        <span className={look.previewSend}>{t('forms.previewSend')}</span>
      </div>
    </section>
  )
}

/** As it will stand there: not ticked. A purpose out of use is not asked. */
function PreviewConsent({ consent, purposes }: { consent: FormConsent; purposes: readonly Purpose[] }) {
  const purpose = purposes.find((each) => each.purpose === consent.purpose)
  if (!purpose?.isActive) return null
  return (
    <span className={look.previewCheck}>
      <span className={look.previewBox} />
      <span>
        {wordingOf(purpose)}
        {consent.isRequired && <span className={look.star}> *</span>}
      </span>
    </span>
  )
}

function PreviewField({ field }: { field: FormField }) {
  const { t } = useTranslation()
  const label = field.label === '' ? t(`forms.names.${field.name}`) : field.label
  if (field.name === 'wantsCall') {
    return (
      <span className={look.previewCheck}>
        <span className={look.previewBox} /> {label}
      </span>
    )
  }
  return (
    <span className={look.previewField}>
      <span>
        {label}
        {field.isRequired && <span className={look.star}> *</span>}
      </span>
      <span className={look.previewInput} data-tall={field.name === 'message' || undefined} />
    </span>
  )
}
