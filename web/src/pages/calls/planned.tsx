import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done } from '../../api/client.ts'
import { PhoneLink } from '../../calls/phone-link.tsx'
import { paths } from '../../paths.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Section } from '../../ui/page.tsx'
import { PlainButton } from '../../ui/plain-button.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './calls.module.css'
import { type Plan, plansQuery } from './queries.ts'

/** Whom to call back, and when. */
export function Planned({ isManager }: { isManager: boolean }) {
  const { t } = useTranslation()
  const [when, setWhen] = useState<'due' | 'all'>('all')
  const query = useQuery(plansQuery(when, isManager ? 'all' : 'me'))
  return (
    <Section
      title={t('calls.due.title')}
      aside={
        <button type="button" className={look.switch} onClick={() => setWhen(when === 'due' ? 'all' : 'due')}>
          {t(when === 'due' ? 'calls.due.all' : 'calls.due.onlyDue')}
        </button>
      }
    >
      <Loaded query={query}>
        {({ plans }) =>
          plans.length === 0 ? (
            <p className="quiet">{t('calls.due.none')}</p>
          ) : (
            <ul className={look.plans}>
              {plans.map((plan) => (
                <PlanLine key={plan.id} plan={plan} showsOwner={isManager} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  )
}

export function PlanLine({ plan, showsOwner = false }: { plan: Plan; showsOwner?: boolean }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const settle = useMutation({
    mutationFn: () =>
      done(api.PATCH('/api/calls/planned/{planId}', { params: { path: { planId: plan.id } }, body: { isDone: true } })),
    onSuccess: () => sayDone(t('calls.due.wasDone')),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['calls'] }),
  })
  return (
    <li className={look.plan}>
      <span className={look.planAt}>
        <Moment at={plan.at} />
      </span>
      <span className={look.planWho}>
        <span className="cut">
          <Link to={paths.lead} params={{ personId: plan.personId }} className={look.planName}>
            {plan.name}
          </Link>
          {plan.company === null ? null : <span className="quiet"> · {plan.company}</span>}
        </span>
        <span className="quiet small cut">
          {t(`calls.due.${plan.why}`)}
          {plan.note === '' ? '' : ` · ${plan.note}`}
          {showsOwner && plan.owner !== null ? ` · ${plan.owner.name}` : ''}
        </span>
      </span>
      <span className={look.planPhone}>
        {plan.phone === null ? null : <PhoneLink personId={plan.personId} name={plan.name} phone={plan.phone} />}
      </span>
      <PlainButton size="compact" variant="subtle" disabled={settle.isPending} onClick={() => settle.mutate()}>
        {t('calls.due.done')}
      </PlainButton>
    </li>
  )
}
