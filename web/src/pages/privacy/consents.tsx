import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { sayRefused } from '../../ui/toast.ts'
import look from './privacy.module.css'
import { type Consent, consentsQuery } from './queries.ts'

/** What somebody agreed to and took back; each line opens its history with the proof. */
export function Consents({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const query = useQuery(consentsQuery(personId))
  return (
    <Loaded query={query}>
      {({ consents }) =>
        consents.length === 0 ? (
          <p className="quiet small">{t('privacy.noPurposes')}</p>
        ) : (
          <ul className={look.consents}>
            {consents.map((consent) => (
              <ConsentLine key={consent.purpose} personId={personId} consent={consent} />
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

function ConsentLine({ personId, consent }: { personId: string; consent: Consent }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const mayWrite = !useIsRole('viewer')
  const isGiven = consent.state === 'given'
  const record = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/facts', {
          body: {
            facts: [
              {
                kind: isGiven ? 'consent.withdrawn' : 'consent.given',
                who: { personId },
                data: isGiven
                  ? { purpose: consent.purpose }
                  : { purpose: consent.purpose, proof: t('privacy.proofByHand') },
              },
            ],
          },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['lead', personId] }),
    onError: (error) => sayRefused(error),
  })
  return (
    <li>
      <details>
        <summary className={look.summary}>
          <span>{consent.name}</span>
          <span className={look.state} data-state={consent.state}>
            {t(`privacy.state.${consent.state}`)}
          </span>
        </summary>
        <ul className={look.history}>
          {consent.history.length === 0 ? <li className="quiet small">{t('privacy.neverAsked')}</li> : null}
          {consent.history.map((each) => (
            <li key={each.factId} className="small">
              {t(each.isGiven ? 'privacy.state.given' : 'privacy.state.withdrawn')}, <Moment at={each.at} />
              {each.by === null ? '' : `, ${each.by}`}
              {each.form === null ? '' : `, ${t('privacy.byForm', { form: each.form, version: each.version ?? '?' })}`}
              {each.proof === null ? null : <q className={look.proof}>{each.proof}</q>}
            </li>
          ))}
        </ul>
        {mayWrite ? (
          <button type="button" className={look.link} disabled={record.isPending} onClick={() => record.mutate()}>
            {t(isGiven ? 'privacy.withdraw' : 'privacy.give')}
          </button>
        ) : null}
      </details>
    </li>
  )
}
