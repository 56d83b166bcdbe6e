import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole, useSession } from '../../api/session.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { paths } from '../../paths.ts'
import { type DealKey, sumsQuery } from '../deals/queries.ts'
import { useLiveDeals } from '../deals/use-live-deals.ts'
import look from './deals-today.module.css'
import { DueDeal } from './due-deal.tsx'
import { dueDealsQuery } from './due-deals-query.ts'

const SHOWN = 3

const keyOf = ({ personId, id }: DealKey): string => `${personId} ${id}`

/** On Today: my deals whose next step is due or not stated, each answered in its own line. */
export function DealsToday() {
  const { t } = useTranslation()
  const me = useSession().user.id
  const mayChange = useIsRole('admin', 'manager', 'seller')
  const [open, setOpen] = useState<string | null>(null)
  const deals = useQuery(dueDealsQuery(me)).data?.deals ?? []
  const total = useQuery({ ...sumsQuery({ owner: me, due: 'next step' }), enabled: deals.length > SHOWN }).data?.deals
  const shown = deals.slice(0, SHOWN)
  useLiveDeals()
  useKeys(t('today.steps.title'), [
    {
      keys: 's',
      says: t('today.steps.key'),
      run: () => setOpen(shown[0] === undefined ? null : keyOf(shown[0])),
      isOff: !mayChange || shown.length === 0,
    },
  ])
  if (shown.length === 0) return null
  return (
    <section className={look.strip} aria-label={t('today.steps.title')}>
      <h2 className={look.title}>
        {t('today.steps.title')} <span className={look.count}>{total ?? deals.length}</span>
      </h2>
      <ul>
        {shown.map((deal) => (
          <DueDeal
            key={keyOf(deal)}
            deal={deal}
            mayChange={mayChange}
            isOpen={open === keyOf(deal)}
            onOpen={(isOpen) => setOpen(isOpen ? keyOf(deal) : null)}
          />
        ))}
      </ul>
      {deals.length > SHOWN ? (
        <Link to={paths.dealsList} search={{ owner: 'me', due: 'next step' }} className={look.all}>
          {t('today.steps.all', { count: total ?? deals.length })}
        </Link>
      ) : null}
    </section>
  )
}
