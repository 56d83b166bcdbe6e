import { useTranslation } from 'react-i18next'
import type { Deal } from '../../api/types.ts'
import { sayReason } from '../../story/say-reason.ts'
import { Moment } from '../../ui/moment.tsx'
import { Money } from '../../ui/money.tsx'
import look from './deals.module.css'

/** The deals, open ones first, each with its next step. */
export function Deals({ deals }: { deals: readonly Deal[] }) {
  const { t } = useTranslation()
  if (deals.length === 0) return <p className="quiet">{t('lead.noDeals')}</p>
  const sorted = deals.toSorted(
    (a, b) => Number(b.status === 'open') - Number(a.status === 'open') || b.openedAt.localeCompare(a.openedAt),
  )
  return (
    <ul className={look.deals}>
      {sorted.map((deal) => (
        <li key={deal.id} data-status={deal.status} className={look.deal}>
          <p className={look.line}>
            <span className={look.name}>{deal.name ?? deal.id}</span>
            <span className={look.amount}>
              <Money cents={deal.amountCents} currency={deal.currency} />
            </span>
          </p>
          <p className={look.small}>
            {[
              t(`lead.dealStatus.${deal.status}`),
              deal.status === 'open' ? deal.stage : null,
              deal.status === 'won' ? t(`lead.proof.${deal.proof}`) : null,
            ]
              .filter((one) => one !== null)
              .join(' · ')}
            {deal.reason === null ? null : ` · ${sayReason(deal.reason, t)}`}
            {' · '}
            <Moment at={deal.closedAt ?? deal.openedAt} />
          </p>
          <p className={look.small}>
            {[deal.sdr?.name, deal.closer?.name].filter((one) => one !== undefined).join(' → ')}
          </p>
          {deal.status === 'open' ? (
            <p className={look.next}>
              <span className={look.small}>{t('lead.nextStep')}</span>
              {deal.nextStep === null ? (
                <span className="quiet">{t('lead.noNextStep')}</span>
              ) : (
                <span>{deal.nextStep}</span>
              )}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
