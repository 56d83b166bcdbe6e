import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import look from './privacy.module.css'
import { consentsQuery } from './queries.ts'

/** Said above a person who does not want to be reached: it forbids nothing, and nobody can say they did not know. */
export function ContactWarning({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(consentsQuery(personId))
  const against = (data?.consents ?? []).filter((each) => each.state === 'withdrawn' && each.covers !== 'nothing')
  if (data?.isErased)
    return (
      <p className={look.warning} role="status">
        {t('acts.isErased')}
      </p>
    )
  if (against.length === 0) return null
  return (
    <p className={look.warning} role="alert">
      {t('acts.doNot', { what: against.map((each) => t(`acts.covers.${each.covers}`)).join(', ') })}
    </p>
  )
}
